"""How the public and the media react: pure functions of what was said."""
