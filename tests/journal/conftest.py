from __future__ import annotations

import sys

# Needs the mounts, limits and permissions of POSIX systems.
collect_ignore = ["test_machine.py"] if sys.platform == "win32" else []
