"""A fault of our own, written into a log file to be sent to the makers."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path

import platformdirs


def write_bug_report(error: BaseException, version: str) -> Path:
    """Write what is needed to find the fault; falls back to the folder for temporary files."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    text = "".join(
        (
            f"Podium {version}, Python {sys.version.split()[0]}, {platform.platform()}, {stamp} UTC\n\n",
            *traceback.format_exception(error),
        )
    )
    for folder in (platformdirs.user_log_path("podium", appauthor=False), Path(tempfile.gettempdir())):
        place = folder / f"podium-{stamp}-{os.getpid()}.log"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8", errors="replace")
        except OSError:
            continue
        return place
    return Path(os.devnull)
