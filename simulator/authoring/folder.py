"""A scenario's folder, written whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from simulator.errors import MachineError, UsageError
from simulator.language.catalogue import template
from simulator.language.machine import reason_of


def refuse_taken(target: Path, hint: str) -> None:
    """Raises UsageError if something is there already."""
    if target.exists() or target.is_symlink():
        raise UsageError(template("{path} is there already"), hint, path=target)


def write_folder(files: Mapping[str, str], target: Path) -> None:
    """The files, under their paths in the folder. Raises MachineError, and leaves nothing behind then."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{target.name[:40]}-", dir=target.parent))
        try:
            _write_all(files, fresh)
            fresh.rename(target)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            raise
    except OSError as error:
        told = template("{path} cannot be written: {reason}")
        raise MachineError(told, path=target, reason=reason_of(error)) from None


def _write_all(files: Mapping[str, str], folder: Path) -> None:
    # A temporary folder is its owner's alone; a scenario is shared.
    folder.chmod(0o755)
    for name, text in files.items():
        place = folder / name
        place.parent.mkdir(exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="\n")
