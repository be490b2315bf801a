"""A stock editor with the real yaml-language-server: errors on the right line, completion, and words on hover."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.authoring.beginning.files import write
from simulator.authoring.beginning.wishes import AUTHORS, TITLES, Wishes
from simulator.authoring.schema.build import PUBLISHED
from simulator.authoring.schema.keys import about
from simulator.language.catalogue import TONGUES, Catalogue, Tongue
from simulator.scenario.rubric import RED_FLAGS, SKILLS
from tests.authoring.language_server import LanguageServer, NotHere, installed

SCENARIOS = Path(__file__).parents[2] / "scenarios"
MODELINE = f"# yaml-language-server: $schema={PUBLISHED.name}\n"
TEXT = MODELINE + (SCENARIOS / "lu-quet-na-lai" / "scenario.yaml").read_text(encoding="utf-8")

PLANTED = (
    ("module: press", "module: pres"),
    ("level: intermediate", "levl: intermediate"),
    ("minutes: 25", "minutes: nhiều"),
    ("start: 15:30", "start: 8:30"),
    ("manner: sharp", "manner: rude"),
    ("    kind: inject\n", "    kind: injekt\n"),
    ("    takes: 4", "    take: 4"),
    ("{accuracy: 4, timeliness", "{accuracy: 5, timeliness"),
    ("{accuracy: 4, timeliness", "{acuracy: 4, timeliness"),
    ("flags: [blame]", "flags: [blaming]"),
    ("- skill: accuracy", "- skil: accuracy"),
    ("draws: 2", "draws: two"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the documents are: with the published schema, and a new scenario in each language."""
    folder = tmp_path_factory.mktemp("editor")
    shutil.copy(PUBLISHED, folder)
    for tongue in TONGUES:
        write(Wishes(f"new-{tongue}", tongue, "press", TITLES[tongue], AUTHORS[tongue]), folder)
    return folder


@pytest.fixture(scope="module")
def editor(folder: Path) -> Iterator[LanguageServer]:
    """A server at work in the folder."""
    try:
        program = installed()
    except NotHere as reason:
        pytest.skip(str(reason))
    server = LanguageServer(program, folder)
    yield server
    server.stop()


def changed(old: str, new: str) -> tuple[str, int]:
    """The scenario with one place changed, and the line of that place."""
    before, found, after = TEXT.partition(old)
    assert found
    return before + new + after, before.count("\n") + 1


@pytest.mark.parametrize("scenario", ["lu-quet-na-lai", "chemical-spill-nam-ta"])
def test_the_shipped_scenarios_show_no_error(editor: LanguageServer, scenario: str) -> None:
    text = (SCENARIOS / scenario / "scenario.yaml").read_text(encoding="utf-8")
    assert editor.open(f"{scenario}.yaml", MODELINE + text) == []


@pytest.mark.parametrize("tongue", TONGUES)
def test_a_new_scenario_shows_no_error_and_its_schema_speaks_its_language(
    editor: LanguageServer, folder: Path, tongue: Tongue
) -> None:
    name = f"new-{tongue}/scenario.yaml"
    text = (folder / name).read_text(encoding="utf-8")
    assert editor.open(name, text) == []
    line = text.splitlines().index("module: press") + 1
    assert Catalogue(tongue).say(about("Scenario", "module")) in editor.hover(name, line, 2)


@pytest.mark.parametrize(("old", "new"), PLANTED)
def test_a_planted_error_is_told_at_its_line(editor: LanguageServer, old: str, new: str) -> None:
    text, line = changed(old, new)
    told = editor.open(f"planted-{PLANTED.index((old, new))}.yaml", text)
    assert line in {at for at, _ in told}, told
    assert len(told) <= 2, "and little else is"


def test_words_are_completed(editor: LanguageServer) -> None:
    text, line = changed("        flags: [blame]", "        flags: []")
    editor.open("flags.yaml", text)
    assert editor.completions("flags.yaml", line, len("        flags: [")) == set(RED_FLAGS)


def test_keys_are_completed(editor: LanguageServer) -> None:
    text, line = changed("    takes: 4", "    ti")
    editor.open("keys.yaml", text)
    assert {"time_limit", "takes", "silence"} <= editor.completions("keys.yaml", line, len("    ti"))


def test_skills_are_completed_as_keys_of_levels(editor: LanguageServer) -> None:
    text, line = changed("        levels: {accuracy", "        levels:\n          \n        was: {accuracy")
    editor.open("levels.yaml", text)
    assert editor.completions("levels.yaml", line + 1, 10) >= set(SKILLS)


def test_a_key_and_its_words_are_told_of_on_hover(editor: LanguageServer) -> None:
    text, line = changed("manner: sharp", "manner: sharp")
    editor.open("hover.yaml", text)
    told = editor.hover("hover.yaml", line, len("      man"))
    assert "How they ask." in told
    assert "friendly, with a trap" in told
