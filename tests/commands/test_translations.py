"""Scenarios in the languages they are told in: which is shown, what is noted, and what the record keeps of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simulator.cli import main
from simulator.commands.house import LocalHouse
from simulator.errors import ExitCode, UsageError
from simulator.language.catalogue import Catalogue
from simulator.loading.loader import ScenarioInvalid
from simulator.reports.editions import Edition, edition_notes, languages_told
from tests.loading.test_translation import HEAD, SOME
from tests.loading.texts import SMALL

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shelf with the small scenario, and a part of it in Vietnamese."""
    folder = tmp_path / "own" / "small"
    folder.mkdir(parents=True)
    (folder / "scenario.yaml").write_text(SMALL, encoding="utf-8")
    (folder / "vi.po").write_text(SOME, encoding="utf-8")
    monkeypatch.setenv("PODIUM_SCENARIOS", str(tmp_path / "own"))
    return folder


def house(language: str = "vi") -> LocalHouse:
    made = LocalHouse(seed=1)
    made.speak(language)  # type: ignore[arg-type]
    return made


def test_a_scenario_is_told_in_the_language_spoken_where_it_can_be(own: Path) -> None:
    assert house("vi").scenario("small").title == "Vỡ ống nước"
    assert house("en").scenario("small").title == "The burst pipe"
    assert LocalHouse().scenario("small").title == "The burst pipe"


def test_the_library_counts_translations(own: Path) -> None:
    entries = {entry.id: entry for entry in house("vi").library()[0]}
    small_ = entries["small"]
    assert (small_.title, small_.language, small_.languages) == ("Vỡ ống nước", "vi", ("vi", "en"))
    assert small_.untranslated > 0
    assert entries["lu-quet-na-lai"].languages[0] == "vi"


def test_a_translation_with_errors_counts_for_nothing(own: Path) -> None:
    (own / "vi.po").write_text(HEAD + '\nmsgctxt "title"\n', encoding="utf-8")
    made = house("vi")
    (entry_,) = [entry for entry in made.library()[0] if entry.id == "small"]
    assert (entry_.title, entry_.languages, entry_.faults) == ("The burst pipe", ("en",), 0)
    told = made.scenario("small")
    assert made.edition(told) == Edition("en", ("en",), "en", 0)
    with pytest.raises(ScenarioInvalid):
        LocalHouse(language="vi").scenario("small")


def test_a_language_is_forced_whatever_is_spoken(own: Path) -> None:
    forced = LocalHouse(language="en")
    forced.speak("vi")
    assert forced.scenario("small").language == "en"
    assert forced.retold(forced.scenario("small")).language == "en"
    (own / "vi.po").unlink()
    with pytest.raises(UsageError):
        LocalHouse(language="vi").scenario("small")


def test_the_language_is_recorded_and_gone_on_with(own: Path) -> None:
    exercise = house("vi").begin("small")
    exercise.choose_line("owns_it")
    assert exercise.header.language == "vi"
    again = house("en").resume(exercise.session_id)
    assert again.scenario.language == "vi"
    assert again.drift is None


def test_a_session_outlives_its_translation(own: Path) -> None:
    session = house("vi").begin("small").session_id
    file = own / "vi.po"
    file.write_text(SOME.replace("Vỡ ống nước", "Ống nước vỡ"), encoding="utf-8")
    again = house("vi").resume(session)
    assert (again.drift, again.scenario.title) == (None, "Ống nước vỡ")
    file.write_text("rubbish", encoding="utf-8")
    assert house("vi").resume(session).scenario.language == "en"
    file.unlink()
    again = house("vi").resume(session)
    assert (again.drift, again.scenario.language) == (None, "en")


def test_the_same_scenario_is_told_again_when_another_language_is_spoken(own: Path) -> None:
    made = house("en")
    exercise = made.begin("small")
    exercise.choose_line("waits")
    made.speak("vi")
    exercise.retell(made.retold(exercise.scenario))
    assert exercise.scenario.title == "Vỡ ống nước"
    assert exercise.ended
    assert made.edition(exercise.scenario).languages == ("vi", "en")


def test_an_answer_is_held_against_facts_in_its_own_language() -> None:
    said = "The town drinks from the Khe. The lorry went into the Nam Ta, another river: six samples, no cyanide."
    grades = []
    for language in ("en", "vi"):
        made = house(language)
        exercise = made.begin("chemical-spill-nam-ta")
        grades.append((exercise.scenario.language, made.grade(exercise, said).overall))
    assert [language for language, _ in grades] == ["en", "vi"]
    assert grades[0][1] == grades[1][1]


def test_list_tells_the_languages(own: Path, capsys: Captured) -> None:
    assert main(["list"]) == ExitCode.OK
    assert "EN, VI" in capsys.readouterr().out
    assert main(["--language", "vi", "list", "--format", "json"]) == ExitCode.OK
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)}
    assert (rows["small"]["title"], rows["small"]["languages"]) == ("Vỡ ống nước", ["vi", "en"])


def test_check_tells_of_translations_at_their_lines(own: Path, capsys: Captured) -> None:
    (own / "vi.po").write_text(SOME.replace('msgstr "Mười nhà"', 'msgstr "nhà mười"'), encoding="utf-8")
    assert main(["check", str(own)]) == ExitCode.AUTHOR
    assert "vi.po:14:1: P804" in capsys.readouterr().out
    assert main(["check", str(own / "vi.po")]) == ExitCode.AUTHOR
    capsys.readouterr()


def test_play_in_a_language(own: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["play", "small", "--plain", "--in", "vi"]) == ExitCode.OK
    told = capsys.readouterr().out
    assert "Vỡ ống nước" in told
    assert "Not translated yet" in told
    assert main(["play", "lu-quet-na-lai", "--plain", "--in", "en"]) in (ExitCode.OK, ExitCode.USAGE)
    capsys.readouterr()


def test_notes_are_told_only_where_there_is_something_to_note() -> None:
    english = Catalogue("en")
    assert list(edition_notes(Edition("en", ("vi", "en"), "vi"), english)) == []
    assert list(edition_notes(Edition("vi", ("vi", "en"), "vi"), english)) == []
    (only,) = edition_notes(Edition("vi", ("vi",), "vi"), english)
    assert "only in Vietnamese" in only
    (some,) = edition_notes(Edition("en", ("vi", "en"), "vi", 12), english)
    assert "12 texts" in some
    assert languages_told(Edition("vi", ("vi",), "vi")) == "Tiếng Việt"
    assert languages_told(Edition("en", ("vi", "en"), "vi")) == "EN, VI"


def test_explain_knows_the_codes_of_translations(capsys: Captured) -> None:
    for code in ("P801", "P802", "P803", "P804", "P805"):
        assert main(["explain", code]) == ExitCode.OK
    assert "fuzzy" in capsys.readouterr().out
