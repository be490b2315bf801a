"""Drafts of answers: small files beside the record. They are no record: nothing rests on them.

Each window writes into a file of its own, so that two windows on one session never overwrite each other. Whoever opens
a draft takes over the files that lie there, by renaming them: a window that is still at work then writes its own anew,
and finds the other's beside it. Where seats are served by several machines, a draft stays on the machine it was
written on.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from simulator.tui.house import Draft

FOLDER = "drafts"

BETWEEN = "\n\n* * *\n\n"
"""Between the texts of two windows."""


def read_draft(session_id: str, window: str = "") -> Draft:
    """The draft of a session, empty if there is none that can be read. What other windows left is taken over.

    Texts that several windows wrote for the scene of the newest stand one under the other, and are counted.
    """
    mine = _file(session_id, window)
    taken = _taken_over(session_id, mine)
    newest = taken[0] if taken else Draft()
    of_scene = [draft for draft in taken if draft.scene == newest.scene]
    texts = _apart([draft.text for draft in of_scene])
    found = Draft(newest.scene, BETWEEN.join(texts), len(texts) if len(texts) > 1 else 0)
    if len(taken) > 1:
        _write(mine, found)
    return found


def write_draft(session_id: str, draft: Draft, window: str = "") -> bool:
    """Keep a draft, or forget it if it is empty; whether another window has written for the same scene meanwhile.

    A disk that is full or closed to us loses a draft, nothing else.
    """
    mine = _file(session_id, window)
    _write(mine, draft)
    others = (_read(file) for file in _files(session_id) if file != mine)
    return any(one.scene == draft.scene and len(_apart([draft.text, one.text])) > 1 for one in others)


def _taken_over(session_id: str, mine: Path) -> Sequence[Draft]:
    """The drafts of all windows, the newest first; afterwards only our own file lies there."""
    drafts = [_read(mine)] if mine.exists() else []
    for number, file in enumerate(file for file in _files(session_id) if file != mine):
        # First the file becomes ours, then it is read: what its window writes from now on makes another file.
        ours = mine.with_suffix(f".{os.getpid()}-{number}") if drafts else mine
        with suppress(OSError):
            file.replace(ours)
            drafts.append(_read(ours))
            if ours != mine:
                ours.unlink()
    return [draft for draft in drafts if draft.text.strip()]


def _files(session_id: str) -> Sequence[Path]:
    """The files of all windows, the newest first."""
    with suppress(OSError):
        found = [file for file in (_folder()).glob("*.json") if file.stem.partition("~")[0] == session_id]
        return sorted(found, key=lambda file: (file.stat().st_mtime_ns, file.name), reverse=True)
    return ()


def _apart(texts: Sequence[str]) -> Sequence[str]:
    """The texts, without one that another goes on from."""
    stripped = list(dict.fromkeys(text.strip() for text in texts))
    return [text for text in stripped if not any(other != text and other.startswith(text) for other in stripped)]


def _read(file: Path) -> Draft:
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(file.read_text(encoding="utf-8"))
        if isinstance(kept["scene"], str) and isinstance(kept["text"], str):
            return Draft(kept["scene"], kept["text"])
    return Draft()


def _write(file: Path, draft: Draft) -> None:
    with suppress(OSError):
        if not draft.text.strip():
            file.unlink(missing_ok=True)
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(f".{os.getpid()}")
        part.write_text(json.dumps({"scene": draft.scene, "text": draft.text}, ensure_ascii=False), encoding="utf-8")
        part.replace(file)


def _file(session_id: str, window: str) -> Path:
    return _folder() / (f"{session_id}~{window}.json" if window else f"{session_id}.json")


def _folder() -> Path:
    from simulator.journal.connect import data_folder

    return data_folder() / FOLDER
