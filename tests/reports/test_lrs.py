"""Statements are delivered to a real server over HTTP: each once, whatever the server and the line do meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from simulator.errors import MachineError, PodiumError, UsageError
from simulator.reports import lrs
from simulator.reports.lrs import BATCH, LONGEST_WAIT_S, TRIES, Store, StoreSettings, settings_from
from tests.reports.record_store import Kept, as_it_should, hangs_up, keeping, says_nothing, status

pytest.importorskip("httpx")

CREDENTIALS = {"PODIUM_LRS_KEY": "k", "PODIUM_LRS_SECRET": "s"}


def told(count: int) -> list[dict[str, Any]]:
    return [
        {"id": f"00000000-0000-5000-8000-{number:012}", "said": "Đúng", "number": number} for number in range(count)
    ]


def delivered(
    settings: StoreSettings, statements: Sequence[dict[str, Any]], waits: list[float] | None = None
) -> list[str]:
    waited = waits if waits is not None else []
    return [one for ids in Store(settings, waited.append).deliver(statements) for one in ids]


def in_order(kept: Kept, count: int) -> bool:
    return kept.order == [one["id"] for one in told(count)]


def test_statements_arrive_in_their_order_and_in_few_requests() -> None:
    with keeping() as (settings, kept):
        assert delivered(settings, told(BATCH + 3)) == [one["id"] for one in told(BATCH + 3)]
        assert in_order(kept, BATCH + 3)
        assert len(kept.requests) == 2
        assert kept.requests[0] == ("POST", "/xapi/statements")
        assert delivered(settings, []) == []


@pytest.mark.parametrize(
    "failing",
    [status(503), status(500, "oh"), status(429), hangs_up(keeps=False), hangs_up(keeps=True)],
)
def test_a_failure_that_passes_is_waited_for(failing: Any) -> None:  # noqa: ANN401
    with keeping(failing, failing) as (settings, kept):
        waits: list[float] = []
        assert len(delivered(settings, told(3), waits)) == 3
        assert in_order(kept, 3)
        assert waits == [1.0, 2.0]


def test_a_store_that_says_how_long_to_wait_is_heard() -> None:
    with keeping(status(429, Retry_After="7"), status(503, Retry_After="99999"), status(503, Retry_After="never")) as (
        settings,
        kept,
    ):
        waits: list[float] = []
        delivered(settings, told(1), waits)
        assert waits[0] == 7.0
        assert waits[1] == LONGEST_WAIT_S
        assert in_order(kept, 1)


def test_a_reply_that_never_comes_makes_no_second_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lrs, "PATIENCE_S", 0.2)
    with keeping(says_nothing) as (settings, kept):
        assert len(delivered(settings, told(2))) == 2
        assert in_order(kept, 2)
        assert kept.arrived == 4


def test_what_is_there_already_counts_as_delivered_and_the_rest_is_sent() -> None:
    with keeping() as (settings, kept):
        kept.kept[told(3)[1]["id"]] = {"id": told(3)[1]["id"], "said": "before"}
        assert len(delivered(settings, told(3))) == 3
        assert [method for method, _ in kept.requests] == ["POST", "PUT", "PUT", "PUT"]
        assert kept.kept[told(3)[1]["id"]]["said"] == "before"
        assert len(kept.kept) == 3


def test_a_batch_that_is_too_large_is_sent_one_by_one() -> None:
    with keeping(status(413)) as (settings, kept):
        assert len(delivered(settings, told(2))) == 2
        assert in_order(kept, 2)


def test_what_was_delivered_before_a_refusal_is_told() -> None:
    with keeping() as (settings, kept):
        kept.refused = {told(3)[1]["id"]}
        sending = Store(settings, lambda _: None).deliver(told(3))
        assert next(sending) == [told(3)[0]["id"]]
        with pytest.raises(MachineError, match="refused a statement \\(400\\)"):
            next(sending)
        assert kept.order == [told(3)[0]["id"]]


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (status(401), "other credentials"),
        (status(403), "other credentials"),
        (status(302, Location="http://elsewhere.example/"), "leads elsewhere"),
        (status(404, "no\x1b[31m\udcff such page"), "refused a statement (404)"),
    ],
)
def test_what_will_not_pass_is_not_tried_again(act: Any, reason: str) -> None:  # noqa: ANN401
    with keeping(act) as (settings, kept):
        waits: list[float] = []
        with pytest.raises(MachineError) as raised:
            delivered(settings, told(1), waits)
        assert reason in str(raised.value)
        assert "\x1b" not in str(raised.value)
        assert waits == []
        assert len(kept.requests) == 1


def test_nobody_there_is_told_after_so_many_tries() -> None:
    with keeping() as (settings, _):
        gone = settings
    waits: list[float] = []
    with pytest.raises(MachineError, match="could not be reached"):
        delivered(gone, told(1), waits)
    assert waits == [1.0, 2.0, 4.0, 8.0, 16.0]
    with keeping(*[status(503)] * TRIES) as (settings, _), pytest.raises(MachineError, match="503"):
        delivered(settings, told(1))


def test_wrong_credentials_are_refused() -> None:
    with keeping(as_it_should) as (settings, kept):
        with pytest.raises(MachineError, match="other credentials"):
            delivered(StoreSettings(settings.url, "key", "guess"), told(1))
        assert kept.kept == {}


@pytest.mark.parametrize(
    "url",
    [
        "",
        "lrs.example",
        "ftp://lrs.example",
        "http://lrs.example/xapi",
        "https://a:b@lrs.example",
        "https://x.example?y",
        "https://x.example/#y",
        "https://x .example",
        "https://[::",
        "http://localhost:0",
    ],
)
def test_what_is_no_address_of_a_store_is_told(url: str) -> None:
    with pytest.raises(UsageError):
        settings_from(url, CREDENTIALS)


@pytest.mark.parametrize(
    "url", ["https://lrs.example/xapi", "https://lrs.example/xapi/", "https://lrs.example/xapi/statements"]
)
def test_the_address_of_statements_is_made_of_the_stores(url: str) -> None:
    settings = settings_from(url, CREDENTIALS)
    assert settings.url == "https://lrs.example/xapi/statements"
    assert "PODIUM" not in repr(settings)
    assert "'s'" not in repr(settings)
    assert settings_from("http://127.0.0.1:8080/xapi", CREDENTIALS).url.startswith("http://127.0.0.1")


@pytest.mark.parametrize("environment", [{}, {"PODIUM_LRS_KEY": "k"}, {**CREDENTIALS, "PODIUM_LRS_SECRET": "a\nb"}])
def test_credentials_are_needed(environment: dict[str, str]) -> None:
    with pytest.raises(PodiumError, match="PODIUM_LRS_KEY"):
        settings_from("https://lrs.example", environment)
