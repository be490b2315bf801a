from __future__ import annotations

import sys

# Needs the terminals and SIGKILL of POSIX systems.
collect_ignore = ["test_kill.py"] if sys.platform == "win32" else []
