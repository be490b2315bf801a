"""A scenario told in another language by the PO file beside it: what is put in place, and what its author is told."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.errors import UsageError
from simulator.language.catalogue import Catalogue
from simulator.loading.codes import CODES, explain
from simulator.loading.loader import ScenarioInvalid, examine, load, load_best
from simulator.loading.render import hints, problem_text
from simulator.loading.source import read_source
from simulator.loading.translation.files import language_of, translated_into
from simulator.loading.translation.po import Po, read_po
from simulator.loading.translation.telling import told_in
from simulator.loading.translation.texts import texts_of
from simulator.scenario.model import Scenario
from tests.loading.texts import SMALL, small

HEAD = 'msgid ""\nmsgstr "Language: vi\\n"\n'
LINE = "scene.opening/line.owns_it"


def entry(key: str, source: str, text: str) -> str:
    return f'\nmsgctxt "{key}"\nmsgid "{source}"\nmsgstr "{text}"\n'


SOME = HEAD + "".join(
    [
        entry("title", "The burst pipe", "Vỡ ống nước"),
        entry(f"{LINE}/text", "Ten houses, since three o'clock.", "Mười nhà, từ ba giờ chiều."),
        entry(f"{LINE}/finding.accuracy/words", "Ten houses", "Mười nhà"),
        entry(f"{LINE}/finding.accuracy/because", "A figure with its time.", "Có con số, có giờ."),
    ]
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "small"
    made.mkdir(parents=True)
    (made / "scenario.yaml").write_text(SMALL, encoding="utf-8")
    return made


def put(folder: Path, po: str) -> Path:
    file = folder / "vi.po"
    file.write_text(po, encoding="utf-8")
    return file


def told(folder: Path, po: str, code: str) -> list[tuple[int, str]]:
    """Where problems of a code are told, and of what, once this is the translation."""
    put(folder, po)
    return [
        (one.line, str(one.params.get("key", one.path))) for one in examine(folder, "vi").problems if one.code == code
    ]


def test_every_text_has_a_key_made_of_ids() -> None:
    scenario = load_small()
    keys = [text.key for text in texts_of(scenario)]
    assert len(keys) == len(set(keys))
    assert {"title", "dossier/fact.f1/source", "cast/voice.headman/part", f"{LINE}/finding.accuracy/words"} <= set(keys)
    assert not any(key.endswith(("/id", "/when", "/kind")) or key.startswith(("licence", "variable")) for key in keys)


def load_small(text: str = SMALL) -> Scenario:
    from simulator.loading.loader import read_bytes

    scenario, _ = read_bytes(text.encode(), Path("small.yaml"))
    assert scenario is not None
    return scenario


def test_translated_texts_stand_in_their_places_and_everything_else_is_the_same(folder: Path) -> None:
    put(folder, SOME)
    original, loaded = load(folder).scenario, load(folder, "vi")
    scenario = loaded.scenario
    assert scenario.language == "vi"
    assert scenario.title == "Vỡ ống nước"
    line = scenario.scenes[0].lines[0]  # type: ignore[union-attr]
    assert (line.text, line.findings[0].words) == ("Mười nhà, từ ba giờ chiều.", "Mười nhà")
    assert scenario.role == original.role
    assert loaded.untranslated == len(texts_of(original)) - 4
    assert loaded.original == "en"
    assert [scene.id for scene in scenario.scenes] == [scene.id for scene in original.scenes]
    assert scenario.variables == original.variables


def test_it_is_the_same_from_the_cache_and_another_after_a_change(folder: Path) -> None:
    put(folder, SOME)
    assert load(folder, "vi") == load(folder, "vi")
    assert examine(folder, "vi") == examine(folder, "vi")
    put(folder, SOME.replace("Vỡ ống nước", "Ống vỡ"))
    assert load(folder, "vi").scenario.title == "Ống vỡ"


def test_the_hash_for_the_journal_is_the_scenarios_own(folder: Path) -> None:
    put(folder, SOME)
    assert load(folder, "vi").source_hash == load(folder).source_hash


def test_reordering_moves_no_translation(folder: Path) -> None:
    put(folder, SOME)
    head, opening, rest = SMALL.partition("  - id: opening\n")
    scene, ending, last = rest.partition("  - id: the_end\n")
    (folder / "scenario.yaml").write_text(head + ending + last + opening + scene, encoding="utf-8")
    assert load(folder, "vi").scenario.scene_by_id["opening"].lines[0].text == "Mười nhà, từ ba giờ chiều."  # type: ignore[union-attr]


def test_a_renamed_line_takes_its_translation_along(folder: Path) -> None:
    put(folder, SOME)
    renamed = small(("- id: owns_it\n", "- id: owns\n        was: [owns_it]\n"))
    (folder / "scenario.yaml").write_text(renamed, encoding="utf-8")
    examined = examine(folder, "vi")
    assert examined.scenario is not None
    assert examined.scenario.scene_by_id["opening"].lines[0].text == "Mười nhà, từ ba giờ chiều."  # type: ignore[union-attr]
    assert not [one for one in examined.problems if one.code == "P803"]


def test_what_is_missing_is_told_and_read_in_the_original(folder: Path) -> None:
    missing = told(folder, SOME + entry("role", "Spokesperson of the district", ""), "P801")
    line = (SOME + entry("role", "", "")).split("\n").index('msgctxt "role"') + 3
    assert (line, "role") in missing
    assert (1, "author") in missing


def test_what_was_translated_from_another_text_is_read_in_the_original(folder: Path) -> None:
    assert told(folder, SOME.replace("The burst pipe", "The leaking pipe"), "P802") == [(4, "title")]
    assert load(folder, "vi").scenario.title == "The burst pipe"
    assert told(folder, SOME.replace('\nmsgctxt "title"', '\n#, fuzzy\nmsgctxt "title"'), "P802") == [(5, "title")]


def test_a_translation_of_nothing_is_told(folder: Path) -> None:
    assert told(folder, SOME + entry("scene.gone/text", "x", "y"), "P803") == [(20, "scene.gone/text")]


def test_obsolete_entries_are_no_one_s_concern(folder: Path) -> None:
    po = SOME + '\n#~ msgctxt "scene.gone/text"\n#~ msgid "x"\n#~ msgstr "y"\n'
    assert told(folder, po, "P803") == []


def test_words_must_stand_in_the_translated_line(folder: Path) -> None:
    put(folder, SOME.replace('msgstr "Mười nhà"', 'msgstr "mười nhà"'))
    examined = examine(folder, "vi")
    assert examined.scenario is None
    (problem,) = [one for one in examined.problems if one.severity == "error"]
    assert (problem.code, problem.line) == ("P804", 14)
    assert problem.nearest == "Mười nhà"
    assert problem.file.endswith("vi.po")


@pytest.mark.parametrize("missing", ["text", "finding.accuracy/words"])
def test_words_go_with_their_line_while_one_of_the_two_is_not_translated(folder: Path, missing: str) -> None:
    whole = SOME.replace("msgid", "msgid")
    key = f'msgctxt "{LINE}/{missing}"'
    start = whole.index(key)
    end = whole.index("\n\n", start)
    put(folder, whole[:start] + whole[end:].lstrip("\n"))
    scenario = load(folder, "vi").scenario
    line = scenario.scenes[0].lines[0]  # type: ignore[union-attr]
    words = line.findings[0].words
    assert words is None or words in line.text
    assert (words is None) == (missing != "text")


@pytest.mark.parametrize(
    ("po", "place"),
    [
        (HEAD + entry("title", "x", "y") + entry("title", "x", "y"), 8),
        (HEAD + '\nmsgctxt "title"\nmsgid "x"\nmsgstr "the "end""\n', 6),
        (HEAD + '\nmsgctxt "title"\nmsgid "x"\nmsgstr "a\\tb"\n', 6),
        (HEAD + '\nmsgctxt "title"\nmsgid "x"\nmsgid_plural "y"\nmsgstr "z"\n', 6),
        (HEAD + '\nmsgctxt "title"\nmsgid "x"\n', 4),
        (HEAD + '\nmsgid "x"\nmsgstr "y"\n', 4),
        (HEAD + "\n\"lost\"\n".replace("\n\"", "\nwhat\n\"", 1), 4),
        (HEAD.replace("Language: vi", "Language: en"), 2),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_at_its_line(folder: Path, po: str, place: int) -> None:
    put(folder, po)
    examined = examine(folder, "vi")
    assert examined.scenario is None
    assert next((one.code, one.line) for one in examined.problems if one.code == "P805") == ("P805", place)


def test_places_in_braces_are_those_of_the_original(folder: Path) -> None:
    told_of = ("text: The pipe was mended by night.", "text: The {pipe} was mended, {pipe} by {night}.")
    (folder / "scenario.yaml").write_text(small(told_of), encoding="utf-8")
    source = "The {pipe} was mended, {pipe} by {night}."
    assert told(folder, SOME + entry("scene.the_end/text", source, "Đêm {night} đã vá {pipe}."), "P806") == [
        (23 - 1, "scene.the_end/text")
    ]
    assert told(folder, SOME + entry("scene.the_end/text", source, "{night}: {pipe}, {pipe}."), "P806") == []


def test_control_characters_are_refused_as_in_yaml(folder: Path) -> None:
    put(folder, SOME.replace("Vỡ ống", "Vỡ\x1b[31m ống"))
    assert [(one.code, one.line) for one in examine(folder, "vi").problems] == [("P003", 6)]


def test_a_translation_longer_than_its_place_is_told_at_its_line(folder: Path) -> None:
    put(folder, SOME.replace("Vỡ ống nước", "Vỡ" * 200))
    assert ("P106", 6) in [(one.code, one.line) for one in examine(folder, "vi").problems]


def test_a_broken_translation_takes_nothing_away_from_the_original(folder: Path) -> None:
    put(folder, SOME + '\nmsgctxt "role"\n')
    with pytest.raises(ScenarioInvalid):
        load(folder, "vi")
    assert load_best(folder, "vi").scenario.language == "en"
    assert load(folder).scenario.language == "en"


def test_a_language_that_there_is_not_is_told(folder: Path) -> None:
    with pytest.raises(UsageError):
        load(folder, "vi")
    assert load(folder, "en").scenario.language == "en"
    assert load_best(folder, "vi").scenario.language == "en"


def test_a_translation_into_its_own_language_is_refused(folder: Path) -> None:
    (folder / "en.po").write_text(HEAD.replace("vi", "en"), encoding="utf-8")
    assert [one.code for one in examine(folder, "en").problems] == ["P805"]


def test_errors_of_the_scenario_come_first(folder: Path) -> None:
    put(folder, SOME)
    (folder / "scenario.yaml").write_text(small(("outcome: good", "outcome: god")), encoding="utf-8")
    assert [one.code for one in examine(folder, "vi").problems] == ["P104"]


def test_a_sample_stays_in_the_language_it_was_written_in(folder: Path) -> None:
    put(folder, SOME)
    sample = "    samples:\n      - {id: s1, text: It was ten houses., levels: {accuracy: 3}}\n    then: the_end\n"
    (folder / "scenario.yaml").write_text(small(("    then: the_end\n", sample)), encoding="utf-8")
    (only,) = load(folder, "vi").scenario.scenes[0].samples  # type: ignore[union-attr]
    assert (only.language, only.text) == ("en", "It was ten houses.")


def test_where_translations_are(folder: Path) -> None:
    file = put(folder, SOME)
    assert translated_into(folder / "scenario.yaml") == ("vi",)
    assert language_of(file) == "vi"
    assert language_of(folder / "scenario.yaml") is None
    assert language_of(folder / "fr.po") is None


def test_every_code_of_translations_has_a_page_that_shows_it_and_its_mend() -> None:
    for code in (code for code in CODES if code >= "P8"):
        page = explain(code)
        assert "wrong" in page
        assert "mended" in page
        assert page.partition("\n")[0].rstrip(".") == CODES[code].title


@settings(max_examples=80, deadline=None)
@given(st.randoms(use_true_random=False), st.lists(st.text(max_size=6), max_size=8))
def test_whatever_a_file_holds_it_is_read_without_an_exception(chance: random.Random, pieces: list[str]) -> None:
    text = SOME
    for piece in pieces:
        at = chance.randrange(len(text))
        text = text[:at] + piece + text[at + chance.randrange(4) :]
    data = text.encode("utf-8", errors="surrogatepass")
    source, _ = read_source(SMALL.encode(), "small.yaml")
    assert source is not None
    found = told_in("vi", load_small(), source, data, "vi.po")
    assert (found.scenario is None) == any(one.severity == "error" for one in found.problems)
    for problem in found.problems:
        problem_text(problem, Catalogue("en"))
        hints(problem, Catalogue("en"))
    assert isinstance(read_po(data, "vi.po")[0], Po)
