"""Drafts of answers: a small file for each session, beside the record. They are no record: nothing rests on them.

Where seats are served by several machines, a draft stays on the machine it was written on.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

from simulator.tui.house import Draft

FOLDER = "drafts"


def read_draft(session_id: str) -> Draft:
    """The draft of a session, empty if there is none that can be read."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(_file(session_id).read_text(encoding="utf-8"))
        if isinstance(kept["scene"], str) and isinstance(kept["text"], str):
            return Draft(kept["scene"], kept["text"])
    return Draft()


def write_draft(session_id: str, draft: Draft) -> None:
    """Keep a draft, or forget it if it is empty; a disk that is full or closed to us loses a draft, nothing else."""
    file = _file(session_id)
    with suppress(OSError):
        if not draft.text.strip():
            file.unlink(missing_ok=True)
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(f".{os.getpid()}")
        part.write_text(json.dumps(draft._asdict(), ensure_ascii=False), encoding="utf-8")
        part.replace(file)


def _file(session_id: str) -> Path:
    from simulator.journal.connect import data_folder

    return data_folder() / FOLDER / f"{session_id}.json"
