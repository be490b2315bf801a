from __future__ import annotations

from simulator.journal.memory import MemoryJournal
from simulator.journal.port import Journal
from tests.journal.contract import JournalContract, Seconds


class TestMemoryJournal(JournalContract):
    def open(self) -> Journal:
        return MemoryJournal(Seconds())
