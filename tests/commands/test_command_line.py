"""What is off on a command line, and pages of help, in the language of the interface."""

from __future__ import annotations

import pytest

from simulator.cli import main
from simulator.errors import ExitCode

ENGLISH = (
    "Usage",
    "Error",
    "No such",
    "Options",
    "Commands",
    "Missing",
    "Invalid",
    "default:",
    "Show this",
    "unexpected",
)
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def in_vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PODIUM_LANGUAGE", "vi")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["nonsense"], "không có lệnh “nonsense”"),
        (["playtst"], "có phải định viết `playtest`?"),
        (["--what"], "không có tùy chọn --what"),
        (["play", "--plian"], "có phải định viết --plain?"),
        (["play"], "thiếu MÃ|ĐƯỜNG_DẪN"),
        (["agreement"], "thiếu --graded"),
        (["play", "x", "y"], "“y” là thừa ở đây"),
        (["play", "x", "--seed"], "--seed cần một giá trị"),
        (["play", "x", "--plain=1"], "--plain không nhận giá trị"),
        (["play", "x", "--seed", "-1"], "--seed phải là số nguyên từ 0 đến"),
        (["play", "x", "--seed", "one"], "--seed phải là số nguyên từ 0 đến"),
        (["list", "--format", "xml"], "--format phải là một trong các giá trị: text, json"),
        (["grade", "--situations", "/no/such/file"], "không có tệp /no/such/file"),
        (["grade", "--situations", "/"], "/ không phải tệp đọc được"),
        (["grade", "--situations", "x\0y"], "không có tệp"),
        (["playtest", "x", "--failures", "/no/such"], "không có thư mục /no/such"),
    ],
)
def test_what_is_off_is_told_in_vietnamese(capsys: Captured, typed: list[str], told: str) -> None:
    assert main(typed) == ExitCode.USAGE
    err = capsys.readouterr().err
    assert told in err.splitlines()[0]
    assert not [word for word in ENGLISH if word in err]


def test_a_usage_is_shown_with_where_more_is_told(capsys: Captured) -> None:
    main(["play"])
    assert capsys.readouterr().err.splitlines()[1:] == [
        "  Cách dùng: podium play [TÙY_CHỌN] MÃ|ĐƯỜNG_DẪN",
        "  xem thêm: podium play --help",
    ]


@pytest.mark.parametrize("verb", ["", "play", "resume", "grade", "playtest", "new", "graph", "test", "agreement"])
def test_help_has_no_words_of_clicks_own(capsys: Captured, verb: str) -> None:
    assert main([*filter(None, [verb]), "--help"]) == ExitCode.OK
    out = capsys.readouterr().out
    assert "Cách dùng: podium" in out
    assert not [word for word in (*ENGLISH, "INTEGER", " TEXT", "PATH]", "FOLDER", " FILE", "ARGS") if word in out]


def test_the_pages_of_codes_say_that_they_are_in_english(capsys: Captured) -> None:
    assert main(["explain", "P407"]) == ExitCode.OK
    assert capsys.readouterr().out.startswith("Các trang này chỉ có bằng tiếng Anh")
    assert main(["--language", "en", "explain", "P407"]) == ExitCode.OK
    assert "English only" not in capsys.readouterr().out
