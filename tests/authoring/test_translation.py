"""Translations kept in step with their scenario: nothing that was translated is lost, and what changed is marked."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po as babel_reads

from simulator.authoring.translation.keeping import kept_in_step
from simulator.authoring.translation.merging import Merged
from simulator.cli import main
from simulator.errors import ExitCode, UsageError
from simulator.loading.loader import load
from simulator.loading.playthrough import examine_playthrough, playthrough_files
from simulator.loading.translation.po import Entry, read_po
from simulator.session.rehearsal import rehearse
from tests.loading.texts import SMALL, small

SCENARIOS = Path(__file__).parents[2] / "scenarios"
LINE = "scene.opening/line.owns_it"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PODIUM_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("PODIUM_LANGUAGE", "en")
    made = tmp_path / "small"
    made.mkdir()
    (made / "scenario.yaml").write_text(SMALL, encoding="utf-8")
    return made


def change(folder: Path, *changes: tuple[str, str]) -> None:
    (folder / "scenario.yaml").write_text(small(*changes), encoding="utf-8")


def step(folder: Path) -> Merged:
    """Bring the translation up to date, as `podium translate` does."""
    text, made = kept_in_step(folder / "scenario.yaml", "vi")
    (folder / "vi.po").write_text(text, encoding="utf-8")
    return made


def entries(folder: Path) -> dict[str, Entry]:
    po, report = read_po((folder / "vi.po").read_bytes(), "vi.po")
    assert not report.problems()
    return {entry.key: entry for entry in po.entries}


def translate(folder: Path, **texts: str) -> None:
    """Translate some texts as a translator would, with an editor."""
    file = folder / "vi.po"
    written = file.read_text(encoding="utf-8")
    for key, text in texts.items():
        head, found, rest = written.partition(f'msgctxt "{key.replace("__", "/").replace("_X_", ".")}"')
        assert found
        before, _, after = rest.partition('msgstr ""')
        written = f'{head}{found}{before}msgstr "{text}"{after}'
    file.write_text(written, encoding="utf-8")


def test_all_texts_are_there_in_the_order_of_the_file_and_nothing_else(folder: Path) -> None:
    made = step(folder)
    keys = list(entries(folder))
    assert made.missing == len(keys)
    assert keys.index("title") < keys.index("role") < keys.index("dossier/context") < keys.index("scene.opening/text")
    assert keys.index(f"{LINE}/text") < keys.index(f"{LINE}/finding.accuracy/words")
    sources = {entry.source for entry in entries(folder).values()}
    assert not sources & {"opening", "owns_it", "promised = true", "trust < 80", "A promise was made.", "village", "f1"}


def test_a_translator_is_told_who_speaks_to_whom_and_what_must_agree(folder: Path) -> None:
    step(folder)
    told = {key: "\n".join(entry.told) for key, entry in entries(folder).items()}
    assert "Vi Thu Hang" in told[f"{LINE}/text"]
    assert "Who has no water?" in told[f"{LINE}/text"]
    assert f"{LINE}/text" in told[f"{LINE}/finding.accuracy/words"]
    assert all("source: " in one for one in told.values())


def test_other_programs_read_the_file(folder: Path) -> None:
    step(folder)
    translate(folder, title='Ống \\"vỡ\\"')
    read = babel_reads(BytesIO((folder / "vi.po").read_bytes()), abort_invalid=True)
    assert {message.context: message.string for message in read if message.id}["title"] == 'Ống "vỡ"'
    assert len(read) == len(entries(folder))


def test_a_second_time_changes_nothing(folder: Path) -> None:
    step(folder)
    translate(folder, title="Vỡ ống", scene_X_opening__text="Ai mất nước?")
    step(folder)
    first = (folder / "vi.po").read_bytes()
    step(folder)
    assert (folder / "vi.po").read_bytes() == first
    assert entries(folder)["title"].text == "Vỡ ống"


def test_a_changed_source_makes_the_entry_fuzzy_beside_what_it_was(folder: Path) -> None:
    step(folder)
    translate(folder, title="Vỡ ống")
    change(folder, ("title: The burst pipe", "title: The leaking pipe"))
    for _ in range(2):  # A second time keeps what the first has found.
        made = step(folder)
        title = entries(folder)["title"]
        assert (title.source, title.former, title.text) == ("The leaking pipe", "The burst pipe", "Vỡ ống")
        assert title.is_fuzzy
        assert (made.stale, made.translated) == (1, 0)
    assert '#| msgid "The burst pipe"' in (folder / "vi.po").read_text(encoding="utf-8")


def test_what_goes_is_kept_as_obsolete_and_comes_back(folder: Path) -> None:
    step(folder)
    translate(folder, cast__voice_X_headman__part="Trưởng xóm")
    voice = "  voices:\n    - {id: headman, name: Lo Van Un, part: Head of the hamlet}\n"
    change(folder, (voice, ""))
    assert step(folder).obsolete == 1
    assert '#~ msgstr "Trưởng xóm"' in (folder / "vi.po").read_text(encoding="utf-8")
    change(folder)
    assert step(folder).obsolete == 0
    assert entries(folder)["cast/voice.headman/part"].text == "Trưởng xóm"


def test_a_rename_that_is_declared_takes_the_translation_along(folder: Path) -> None:
    step(folder)
    translate(folder, **{f"{LINE}/text": "Mười nhà."})
    change(folder, ("- id: owns_it\n", "- id: owns\n        was: [owns_it]\n"))
    assert step(folder).obsolete == 0
    owns = entries(folder)["scene.opening/line.owns/text"]
    assert (owns.text, owns.is_fuzzy) == ("Mười nhà.", False)


def test_a_text_without_an_id_is_found_again_by_its_likeness(folder: Path) -> None:
    change(folder, ("objectives: [Answer plainly.]", "objectives: [Answer plainly and at once., Bring a map.]"))
    step(folder)
    key = next(key for key, entry in entries(folder).items() if entry.source.startswith("Answer"))
    translate(folder, **{key: "Trả lời thẳng."})
    change(folder, ("objectives: [Answer plainly.]", "objectives: [Bring a map., Answer plainly and at length.]"))
    step(folder)
    (again,) = [entry for entry in entries(folder).values() if entry.source.startswith("Answer")]
    assert (again.text, again.is_fuzzy, again.former) == ("Trả lời thẳng.", True, "Answer plainly and at once.")


def test_a_translators_own_comments_and_header_stay(folder: Path) -> None:
    step(folder)
    file = folder / "vi.po"
    text = file.read_text(encoding="utf-8").replace('"Language: vi\\n"', '"Last-Translator: Lan\\n"\n"Language: vi\\n"')
    file.write_text(text.replace('\nmsgctxt "title"', '\n# ask the author\nmsgctxt "title"'), encoding="utf-8")
    step(folder)
    assert entries(folder)["title"].notes == ["ask the author"]
    assert "Last-Translator: Lan" in file.read_text(encoding="utf-8")


def test_its_own_language_is_no_translation(folder: Path) -> None:
    with pytest.raises(UsageError):
        kept_in_step(folder / "scenario.yaml", "en")


def test_the_command_writes_beside_the_scenario_and_checks_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["translate", str(folder), "--to", "vi", "--check"]) == ExitCode.USAGE
    assert main(["translate", str(folder), "--to", "vi"]) == ExitCode.OK
    translate(folder, title="Vỡ ống")
    capsys.readouterr()
    assert main(["translate", str(folder), "--to", "vi", "--check"]) == ExitCode.AUTHOR
    told = capsys.readouterr()
    assert "vi.po:" in told.out
    assert "P801" in told.out
    assert f"missing: {len(entries(folder)) - 1}, stale: 0, orphaned: 0, errors: 0" in told.err
    assert main(["check", str(folder / "vi.po")]) == ExitCode.OK
    file = folder / "vi.po"
    file.write_text(file.read_text(encoding="utf-8") + '\nmsgctxt "broken\n', encoding="utf-8")
    assert main(["translate", str(folder), "--to", "vi", "--check"]) == ExitCode.AUTHOR
    assert "errors: 1" in capsys.readouterr().err


def test_it_can_be_written_elsewhere(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "draft.po"
    assert main(["translate", str(folder), "--to", "vi", "--out", str(out)]) == ExitCode.OK
    assert 'msgid "The burst pipe"' in out.read_text(encoding="utf-8")
    assert not (folder / "vi.po").exists()
    assert main(["translate", str(folder), "--to", "vi", "--out", "-"]) == ExitCode.OK
    capsys.readouterr()


def shipped() -> list[tuple[Path, str]]:
    return [(file.parent, file.stem) for file in sorted(SCENARIOS.glob("*/*.po"))]


@pytest.mark.parametrize(("scenario", "language"), shipped(), ids=lambda one: getattr(one, "name", one))
def test_shipped_translations_are_whole_and_in_step(scenario: Path, language: str, capsys: object) -> None:
    loaded = load(scenario, language)  # type: ignore[arg-type]  # by its name in the folder
    assert loaded.untranslated == 0
    assert main(["translate", str(scenario), "--to", language, "--check"]) == ExitCode.OK
    for file in playthrough_files(loaded.path):
        played = examine_playthrough(file, loaded.scenario)
        assert played.playthrough is not None
        assert rehearse(loaded.scenario, played.playthrough).differences == ()
