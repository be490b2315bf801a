"""A program that appends to sessions of a record, for tests of several at once.

    python -m tests.journal.appending_program URL SESSION COUNT own|shared

`own`: begins the session and appends COUNT events to it. `shared`: appends to a session that is there, always under
the next number it believes free, until it has tried COUNT. It waits for a line on stdin before it begins, and prints
the numbers it was given.
"""

from __future__ import annotations

import os
import sys

from simulator.journal.connect import open_journal
from simulator.journal.errors import JournalConflict
from simulator.session.events import Continued
from tests.journal.contract import refill


def main(url: str, session: str, count: int, shared: bool) -> None:
    print("ready", flush=True)  # noqa: T201
    sys.stdin.readline()
    journal = open_journal(url).journal
    if not shared:
        refill(journal, session)
    for number in range(1, count + 1):
        try:
            journal.append(session, number, Continued(f"program_{os.getpid()}", number))
        except JournalConflict:
            continue
        print(number, flush=True)  # noqa: T201
    print("done", flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4] == "shared")
