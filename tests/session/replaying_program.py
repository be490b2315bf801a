"""Replays sessions in a process of its own: on standard input one line of JSON for each, out come their states.

A line is `{"scenario": …, "events": [{"type": …, …}, …]}`; the answer to it is the state's canonical bytes.
"""

from __future__ import annotations

import json
import sys

from simulator.scenario.model import Scenario
from simulator.session import events as kinds
from simulator.session.events import Event
from simulator.session.replay import replay
from simulator.session.state import canonical


def event_of(written: dict[str, object]) -> Event:
    fields = {name: value for name, value in written.items() if name != "type"}
    made: Event = getattr(kinds, str(written["type"]))(**fields)
    return made


def main() -> None:
    for line in sys.stdin:
        case = json.loads(line)
        scenario = Scenario.model_validate_json(json.dumps(case["scenario"]))
        again = replay(scenario, [event_of(event) for event in case["events"]])
        assert again.rest == ()
        sys.stdout.buffer.write(canonical(again.state) + b"\n")


if __name__ == "__main__":
    main()
