"""A judge's server that misbehaves in every way: the offline grade stands, with a note, and in time."""

from __future__ import annotations

import time
from typing import Any

import pytest

from simulator.scoring.grade import Graded
from simulator.scoring.judge import client
from simulator.scoring.judge.judge import MISSES_MAX, SHAPELESS, TIRED, Judge
from simulator.scoring.judge.settings import JudgeSettings
from tests.scoring.judge.conftest import PATIENCE, Ask
from tests.scoring.judge.server import Act, Handler, envelope, judging, says, status, verdict

QUOTES = ["7 người chết"]

SHORT = 0.5
"""Seconds for a server that would never end."""


def never(handler: Handler) -> None:
    handler.server.told.ended.wait(30)


def drip(handler: Handler) -> None:
    """A byte of the body now and then, each soon enough for the clock of a single read."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.end_headers()
    while not handler.server.told.ended.wait(0.1):
        handler.wfile.write(b" ")


def drip_head(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while not handler.server.told.ended.wait(0.1):
        handler.wfile.write(b"x")


def huge(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.end_headers()
    while not handler.server.told.ended.is_set():
        handler.wfile.write(b" " * 65536)


def bomb(handler: Handler) -> None:
    handler.give(b"\x1f\x8b" + b"0" * 100, Content_Encoding="gzip")


def torn(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n{")
    handler.wfile.flush()
    handler.hang_up()


def nonsense(handler: Handler) -> None:
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.9\r\n\r\n")


def good(handler: Handler) -> None:
    says(verdict({"accuracy": 3}, QUOTES))(handler)


UNHEARD: dict[str, tuple[Act, str, int]] = {
    "never answers": (never, client.LATE, 1),
    "drips its body": (drip, client.LATE, 1),
    "drips its head": (drip_head, client.LATE, 1),
    "500": (status(500), client.BROKEN, 1),
    "503": (status(503), client.BROKEN, 1),
    "429": (status(429, Retry_After="3600"), client.BUSY, 1),
    "401": (status(401), client.LOCKED, 1),
    "404": (status(404), client.REFUSED, 1),
    "400 whatever it is asked": (status(400), client.REFUSED, 2),
    "204": (status(204), client.STRANGE, 1),
    "another content type": (lambda handler: handler.give(b"<html>", kind="text/html"), client.STRANGE, 1),
    "not JSON": (lambda handler: handler.give(b"{nonsense"), client.STRANGE, 1),
    "not UTF-8": (lambda handler: handler.give(b"\xff\xfe\x00{"), client.STRANGE, 1),
    "deep JSON": (lambda handler: handler.give(b"[" * 200_000), client.STRANGE, 1),
    "no choices": (lambda handler: handler.give(b'{"choices": []}'), client.STRANGE, 1),
    "a list": (lambda handler: handler.give(b"[1]"), client.STRANGE, 1),
    "no content": (says(None), client.STRANGE, 1),
    "a huge body": (huge, client.LONG, 1),
    "a compressed body": (bomb, client.STRANGE, 1),
    "a connection reset in the body": (torn, client.AWAY, 1),
    "a connection reset at once": (Handler.hang_up, client.AWAY, 1),
    "another protocol": (nonsense, client.AWAY, 1),
    "prose": (says("I am sorry, I cannot grade this."), SHAPELESS, 2),
    "an empty reply": (says(""), SHAPELESS, 2),
    "another shape": (says({"grades": [4]}), SHAPELESS, 2),
    "a level of 5": (says(verdict({"accuracy": 5}, QUOTES)), SHAPELESS, 2),
    "a level of -1": (says(verdict({"accuracy": -1}, QUOTES)), SHAPELESS, 2),
    "a level as text": (
        says({"skills": [{"skill": "accuracy", "quotes": [], "reason": "", "level": "3"}]}),
        SHAPELESS,
        2,
    ),
    "an unknown skill": (says(verdict({"charm": 3}, QUOTES)), SHAPELESS, 2),
    "an unknown flag": (says(verdict({}, QUOTES, [{"flag": "boring", "quote": "x"}])), SHAPELESS, 2),
    "a skill twice": (says({"skills": verdict({"accuracy": 3}, QUOTES)["skills"] * 2}), SHAPELESS, 2),
    "a million skills": (says({"skills": verdict({"accuracy": 3}, [])["skills"] * 3000}), SHAPELESS, 2),
    "lone surrogates": (says('{"skills": "\ud800"}'), SHAPELESS, 2),
}


@pytest.mark.parametrize(("act", "note", "requests"), UNHEARD.values(), ids=UNHEARD)
def test_the_offline_grade_stands_with_a_note(ask: Ask, rules: Graded, act: Act, note: str, requests: int) -> None:
    with judging(act) as (settings, told):
        start = time.monotonic()
        judged = ask(settings, patience=SHORT if note == client.LATE else PATIENCE)
        took = time.monotonic() - start
    assert judged.note == note
    assert judged.graded == rules
    assert (judged.moved, judged.look, judged.proposed) == ({}, {}, ())
    assert len(told.asked) == requests
    assert took < PATIENCE


def test_nobody_there_and_no_such_host(ask: Ask, rules: Graded) -> None:
    for url in ("http://127.0.0.1:9/v1/chat/completions", "http://podium.invalid/v1", "http://[::1]:9/v1"):
        judged = ask(JudgeSettings(url, "m"), patience=5.0)
        assert judged.graded == rules
        assert judged.note in (client.AWAY, client.LATE)


def test_a_redirect_is_not_followed(ask: Ask, rules: Graded) -> None:
    with judging(good) as (elsewhere, told_elsewhere):
        for number in (301, 302, 307, 308):
            with judging(status(number, Location=elsewhere.url)) as (settings, _):
                judged = ask(settings)
            assert (judged.note, judged.graded) == (client.ELSEWHERE, rules)
        assert told_elsewhere.asked == []


def test_a_reply_in_another_shape_is_mended_once(ask: Ask) -> None:
    with judging(says({"grades": [4]}), good) as (settings, told):
        assert ask(settings).note == ""
    first, second = told.asked
    assert second["messages"][: len(first["messages"])] == first["messages"]
    assert second["messages"][-2]["content"] == '{"grades": [4]}'
    assert "skills" in second["messages"][-1]["content"]


def test_a_server_that_knows_no_schema_is_asked_without(ask: Ask) -> None:
    with judging(status(400), good) as (settings, told):
        assert ask(settings).note == ""
    assert "response_format" in told.asked[0]
    assert "response_format" not in told.asked[1]


WRAPPED = {
    "a fence": "```json\n{}\n```",
    "a fence without a name": "```\n{}\n```",
    "words around a fence": "Here it is:\n```json\n{}\n```\nAnything else?",
    "thoughts before it": "<think>Is it a 3? Yes.</think>\n{}",
    "words around it": "Verdict: {} That is all.",
}


@pytest.mark.parametrize("wrapping", WRAPPED.values(), ids=WRAPPED)
def test_a_verdict_is_found_in_what_a_model_wraps_it_in(ask: Ask, wrapping: str) -> None:
    import json

    with judging(says(wrapping.replace("{}", json.dumps(verdict({"accuracy": 3}, QUOTES))))) as (settings, told):
        assert ask(settings).note == ""
    assert len(told.asked) == 1


def test_what_a_model_adds_is_not_kept(ask: Ask) -> None:
    more: dict[str, Any] = verdict({"accuracy": 3}, QUOTES) | {"overall": 100, "cleared_flags": ["blame"]}
    with judging(says(more)) as (settings, _):
        assert ask(settings).note == ""


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "HTTPS_PROXY"])
def test_a_proxy_is_not_asked_for_this_machine(ask: Ask, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    with judging(good) as (proxy, told_proxy), judging(good) as (settings, told):
        monkeypatch.setenv(name, proxy.url.removesuffix("/v1/chat/completions"))
        assert ask(settings).note == ""
        assert len(told.asked) == 1
        assert told_proxy.asked == []


def test_a_server_that_is_down_is_not_waited_for_again_and_again(ask: Ask, rules: Graded) -> None:
    with judging(status(500)) as (settings, told):
        judge = Judge(settings, PATIENCE)
        notes = [ask(judge).note for _ in range(MISSES_MAX + 2)]
    assert notes == [client.BROKEN] * MISSES_MAX + [TIRED] * 2
    assert len(told.asked) == MISSES_MAX


def test_one_success_forgives_the_failures_before(ask: Ask) -> None:
    with judging(status(500), status(500), good, status(500), status(500), good) as (settings, told):
        judge = Judge(settings, PATIENCE)
        notes = [ask(judge).note for _ in range(6)]
    assert TIRED not in notes
    assert len(told.asked) == 6


def test_the_key_is_sent_and_never_shown(ask: Ask) -> None:
    with judging(good) as (settings, told):
        with_key = JudgeSettings(settings.url, settings.model, "sk-secret")
        ask(with_key)
    assert told.heads[0]["Authorization"] == "Bearer sk-secret"
    assert "sk-secret" not in repr(with_key)


def test_a_reply_of_exactly_the_bound_is_read(ask: Ask) -> None:
    body = envelope("{}")
    padded = body + b" " * (client.BODY_MAX - len(body))
    with judging(lambda handler: handler.give(padded)) as (settings, _):
        assert ask(settings).note == SHAPELESS
    with judging(lambda handler: handler.give(padded + b" ")) as (settings, _):
        assert ask(settings).note == client.LONG
