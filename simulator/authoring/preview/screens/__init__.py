"""The screens of the preview."""
