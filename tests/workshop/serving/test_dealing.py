"""Seats are dealt out over the nodes, and a browser is told of them by the name that it knows the machine by."""

from __future__ import annotations

import pytest

from simulator.workshop.serving.dealing import dealt, seen_from
from simulator.workshop.serving.door import Place

OURS, BESIDE, ELSEWHERE = "http://10.0.0.7:8770", "http://10.0.0.7:8771", "http://10.0.0.9:8770"


@pytest.mark.parametrize(
    ("host", "seen"),
    [
        ("10.0.0.7:8770", (OURS, BESIDE, ELSEWHERE)),
        ("localhost:8770", ("http://localhost:8770", "http://localhost:8771", ELSEWHERE)),
        ("truong.local", ("http://truong.local:8770", "http://truong.local:8771", ELSEWHERE)),
        ("[::1]:8770", ("http://[::1]:8770", "http://[::1]:8771", ELSEWHERE)),
        ("", (OURS, BESIDE, ELSEWHERE)),
        ("a:b:c", (OURS, BESIDE, ELSEWHERE)),
    ],
)
def test_nodes_of_this_machine_go_by_the_name_that_was_asked_for(host: str, seen: tuple[str, ...]) -> None:
    assert seen_from(host, (OURS, BESIDE, ELSEWHERE)) == seen


def test_a_node_alone_deals_to_itself() -> None:
    assert dealt(Place("seat", "s7", "Hoa", 0), (OURS,)) == ""
    assert seen_from("10.0.0.7:8770", ()) == ()


def test_every_node_deals_alike_and_each_gets_its_share() -> None:
    for number in range(1, 13):
        place = Place("seat", f"s{number}", "Hoa", 0)
        told = {dealt(place, nodes) or nodes[0] for nodes in ((OURS, BESIDE, ELSEWHERE), (ELSEWHERE, OURS, BESIDE))}
        assert len(told) == 1
    shares = [dealt(Place("seat", f"s{number}", "", 0), (OURS, BESIDE)) for number in range(1, 101)]
    assert shares.count(BESIDE) == shares.count("") == 50


def test_a_console_stays_where_it_was_opened() -> None:
    assert dealt(Place("console", "console", "", 0), (OURS, BESIDE)) == ""
