"""What people read afterwards: the debrief as data, and its renderings; the library's entries."""
