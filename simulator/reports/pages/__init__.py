"""Reports as HTML pages: each one file that needs no network, no script and no other file."""
