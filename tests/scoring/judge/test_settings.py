"""The judge's settings: off unless set, and every mistake in them is told without the key."""

from __future__ import annotations

import pytest

from simulator.errors import MachineError, UsageError
from simulator.scoring.judge import settings
from simulator.scoring.judge.client import is_here
from simulator.scoring.judge.settings import settings_from

GOOD = {"PODIUM_JUDGE_URL": "http://localhost:11434/v1", "PODIUM_JUDGE_MODEL": "m"}


@pytest.mark.parametrize(
    "url", ["http://localhost:1/v1", "http://localhost:1/v1/", "http://localhost:1/v1/chat/completions"]
)
def test_the_address_is_completed(url: str) -> None:
    assert settings_from(GOOD | {"PODIUM_JUDGE_URL": url}).url == "http://localhost:1/v1/chat/completions"


@pytest.mark.parametrize(
    "wrong",
    [
        {"PODIUM_JUDGE_URL": ""},
        {"PODIUM_JUDGE_MODEL": " "},
        {"PODIUM_JUDGE_MODEL": "a\nb"},
        {"PODIUM_JUDGE_MODEL": "x" * 500},
        {"PODIUM_JUDGE_KEY": "khóa"},
        {"PODIUM_JUDGE_KEY": "a\r\nX-Evil: 1"},
        *({"PODIUM_JUDGE_URL": url} for url in (
            "localhost:11434", "ftp://x/v1", "file:///etc/passwd", "http://", "http://[::1", "http://x:99999/v1",
            "http://me:secret@x/v1", "http://x/v1?key=secret", "http://x/v1#a", "http://x y/v1", "http://x\u202e/v1",
        )),
    ],
)  # fmt: skip
def test_a_setting_that_will_not_do_is_told(wrong: dict[str, str]) -> None:
    with pytest.raises(UsageError) as told:
        settings_from(GOOD | wrong)
    assert "secret" not in str(told.value)


def test_a_missing_httpx_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "find_spec", lambda _: None)
    with pytest.raises(MachineError, match="httpx"):
        settings_from(GOOD)


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://localhost:1/", True),
        ("http://127.8.9.1/", True),
        ("http://[::1]:80/", True),
        ("http://judge.localhost/", True),
        ("http://localhost.example/", False),
        ("http://10.0.0.1/", False),
    ],
)
def test_this_machine_is_known(url: str, here: bool) -> None:
    assert is_here(url) == here
