"""The event log as lines: another program can check the chain from them alone, with nothing of Podium's."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from typing import Any

from simulator.journal.log_lines import log_lines
from simulator.journal.memory import MemoryJournal
from simulator.journal.port import LogEntry
from tests.journal.contract import HEADER, ONE_OF_EACH

OF_HEADER = ["id", "scenario_id", "scenario_title", "scenario_hash", "language", "seed", "begun_at"]
OF_HEADER += ["learner", "branch_of", "source", "format"]


def link(told: list[Any]) -> str:
    return sha256(json.dumps(told, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()


def broken(lines: list[str]) -> list[int]:
    """The numbers of the entries whose link is wrong, as README says it is checked."""
    head, *rest = [json.loads(line) for line in lines]
    before, wrong = link([head[name] for name in OF_HEADER]), []
    assert before == head["root"]
    for entry in (one for one in rest if one["line"] == "entry"):
        event = entry["event"]
        if not isinstance(event, str):
            event = json.dumps(event, ensure_ascii=False, separators=(",", ":"))
        if link([before, entry["number"], event, entry["recorded_at"], entry["ending"]]) != entry["chain"]:
            wrong.append(entry["number"])
        before = entry["chain"]
    return wrong


def recorded() -> MemoryJournal:
    journal = MemoryJournal()
    journal.begin(replace(HEADER, learner="‮Hạnh\x1b[0m"), ONE_OF_EACH, ending="calm")
    journal.remark("s1", "verdict", "Mai", '{"answer": 1}')
    journal.remark("s1", "odd", "Mai", "no JSON")
    return journal


def test_every_event_is_an_object_and_the_chain_can_be_checked() -> None:
    journal = recorded()
    lines = list(log_lines(journal.header("s1"), journal.log("s1"), journal.remarks("s1")))
    assert broken(lines) == []
    events = [json.loads(line)["event"] for line in lines[1 : 1 + len(ONE_OF_EACH)]]
    assert [event["type"] for event in events][:3] == ["started", "line_chosen", "answer_given"]
    assert json.loads(lines[len(ONE_OF_EACH)])["ending"] == "calm"
    assert [json.loads(line)["value"] for line in lines[-2:]] == [{"answer": 1}, "no JSON"]


def test_a_changed_entry_shows_in_the_lines() -> None:
    journal = recorded()
    lines = list(log_lines(journal.header("s1"), journal.log("s1")))
    lines[3] = lines[3].replace("xin lỗi", "không lỗi")
    assert broken(lines) == [2]


def test_text_that_is_no_event_is_told_as_it_is_kept() -> None:
    kept = ["{", '{"a": 1}', '{"a":1,"a":2}', "\ud800", "7", "null"]
    entries = [LogEntry(number, text, "2026", "", "") for number, text in enumerate(kept)]
    lines = list(log_lines(HEADER, entries))
    for line in lines:
        line.encode()
    assert [json.loads(line)["event"] for line in lines[1:]] == kept
