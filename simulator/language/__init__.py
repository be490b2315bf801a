"""The interface's own words in Vietnamese and English, from gettext catalogues."""
