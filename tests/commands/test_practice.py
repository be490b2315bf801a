"""`podium practice`: single questions by lines, and the bank as a list."""

from __future__ import annotations

import json

import pytest

from simulator.commands.house import LocalHouse
from simulator.errors import ExitCode
from simulator.scenario.scenes import OWN_WORDS
from tests.commands.practised import LUNCH, NAMES, Typed, practised

ANSWER = "Tôi xin lỗi phụ huynh. Giấy hết hạn 31/3, xã ký ngày 28/8 mà không kiểm tra: lỗi của xã."
SAID = ("", ANSWER, ".", "")
"""Past the dossier, an answer in own words, and on past its aftermath."""


@pytest.fixture
def podium(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typed:
    return Typed(monkeypatch, capsys)


def test_one_question_is_put_and_answered_in_own_words_at_once(podium: Typed) -> None:
    code, out, err = podium(["--language", "vi", "practice", LUNCH, "--plain"], *SAID)
    assert (code, err) == (ExitCode.OK, "")
    dossier, _, rest = out.partition("Enter để nghe câu hỏi")
    assert "63 trong 214 học sinh" in dossier
    assert "Ai duyệt" not in dossier.partition("\n\n")[2], "the question comes after its dossier"
    question, _, after = rest.partition(ANSWER)
    assert "có ai giở tờ giấy ra xem không?" in question
    assert "Xã duyệt, và không ai giở ra xem" not in question, "no prepared line is told before it is asked for"
    assert "trên 100" in after or "/100" in after
    (answer,) = LocalHouse().learning.answered()
    assert (answer.question_id, answer.spoken, answer.text) == (LUNCH, True, ANSWER)


def test_the_prepared_lines_are_told_on_demand(podium: Typed) -> None:
    _, out, _ = podium(["practice", LUNCH, "--plain"], "", "..", "1", "")
    _, _, after = out.partition("two full stops")
    assert "1. " in after
    (answer,) = LocalHouse().learning.answered()
    assert not answer.spoken


def test_without_an_id_the_most_needed_are_put_one_after_another(podium: Typed) -> None:
    code, out, _ = podium(["practice", "--plain", "--count", "2"], *SAID, "", *SAID)
    assert code == ExitCode.OK
    assert out.count(ANSWER) >= 2
    assert "last question of this round" in out
    asked = [answer.question_id for answer in LocalHouse().learning.answered()]
    assert len(set(asked)) == 2


def test_one_may_leave_between_two_questions_and_before_the_first(podium: Typed) -> None:
    _, out, _ = podium(["practice", "--plain"], *SAID, "q")
    assert len(LocalHouse().learning.answered()) == 1
    assert "last question" not in out
    _, out, _ = podium(["practice", "--plain"], "q")
    assert "Every answer is kept." in out
    assert len(LocalHouse().journal.sessions()) == 1, "nothing has begun"


def test_the_end_of_input_in_the_midst_of_an_answer_tells_how_to_go_on(podium: Typed) -> None:
    code, out, _ = podium(["practice", LUNCH, "--plain"], "", "Tôi xin")
    session = LocalHouse().journal.sessions()[0].header.id
    assert code == ExitCode.OK
    assert f"podium resume --plain {session}" in out
    _, out, _ = podium(["resume", "--plain", session], "", "lỗi.", ".", "")
    assert [answer.text for answer in LocalHouse().learning.answered()] == ["Tôi xin\nlỗi."]


def test_before_the_question_the_dossier_can_be_heard_again(podium: Typed) -> None:
    _, out, _ = podium(["practice", LUNCH, "--plain"], "?", "d", "k", "huh", "q")
    assert out.count("63 of the 214") + out.count("63 in 214") + out.count("63 ") >= 2
    assert "put the question" in out
    assert "“huh” means nothing here" in out


def test_tags_narrow_what_is_put(podium: Typed) -> None:
    podium(["practice", "--plain", "--skill", "rebuttal", "--flag", "amplification", "--count", "1"], *SAID)
    (answer,) = LocalHouse().learning.answered()
    assert "rebuttal" in answer.levels
    assert "amplification" in answer.tempted


def test_a_set_is_practised_by_its_name(podium: Typed) -> None:
    podium(["practice", "bua-trua-ban-tru", "--plain", "--count", "1"], *SAID)
    (answer,) = LocalHouse().learning.answered()
    assert answer.question_id.startswith("bua-trua-ban-tru/")


def test_a_question_of_a_whole_scenario_is_put_alone(podium: Typed) -> None:
    scenario = LocalHouse().scenario("lu-quet-na-lai")
    asked = next(scene.id for scene in scenario.scenes if scene.kind == "question")
    code, _, _ = podium(["practice", f"lu-quet-na-lai/{asked}", "--plain"], *SAID)
    assert code == ExitCode.OK
    (answer,) = LocalHouse().learning.answered()
    assert answer.question_id == f"lu-quet-na-lai/{asked}"
    assert answer.single


def test_a_language_is_kept_and_the_learner_is_named(podium: Typed) -> None:
    podium(["practice", LUNCH, "--plain", "--as", "  An   Nguyễn "], *SAID)
    header = LocalHouse().journal.sessions()[0].header
    assert header.learner == "An Nguyễn"
    assert header.language == "en"
    assert LocalHouse().learning.answered() == ()
    assert len(LocalHouse(learner="An Nguyễn").learning.answered()) == 1


def test_a_seed_is_kept(podium: Typed) -> None:
    podium(["practice", LUNCH, "--plain", "--seed", "7"], *SAID)
    assert LocalHouse().journal.sessions()[0].header.seed == 7


def test_the_bank_is_listed_with_tags_and_reasons(podium: Typed) -> None:
    code, out, err = podium(["practice", "--list", "--skill", "empathy", "--module", "press", "--level", "basic"])
    assert code == ExitCode.OK
    assert NAMES in out
    assert "Empathy" in out
    assert "not practised yet: " in out
    assert "questions" in err
    assert all("Press and crisis · basic" in line for line in out.splitlines()[1::3])


def test_the_list_for_programs_has_tags_and_when_it_was_answered(podium: Typed) -> None:
    practised(LUNCH)
    code, out, _ = podium(["practice", "--list", "--format", "json"])
    rows = {row["id"]: row for row in json.loads(out)}
    assert code == ExitCode.OK
    assert rows[LUNCH]["last_answered"]
    assert rows[NAMES]["last_answered"] is None
    assert rows[LUNCH]["skills"] == ["accuracy", "accountability", "transparency"]
    assert "blame" in rows[LUNCH]["flags"]
    assert json.loads(podium(["practice", "--format", "json", "--flag", "stigma"])[1])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere/q"], "no scenario is called `nowhere`"),
        (["bua-trua-ban-tru/nothing"], "no question called `nothing`"),
        (["bua-trua-ban-tro"], "did you mean `bua-trua-ban-tru`?"),
        (["--skill", "kindness"], "there is no skill `kindness`"),
        (["--flag", "kindness"], "there is no red flag `kindness`"),
        (["--flag", "stigma", "--skill", "timeliness", "--level", "advanced", "--module", "press"], "all these tags"),
    ],
)
def test_what_is_not_there_is_told(podium: Typed, arguments: list[str], told: str) -> None:
    code, _, err = podium(["practice", "--plain", *arguments])
    assert code == ExitCode.USAGE
    assert told in err


def test_own_words_are_recorded_as_own_words(podium: Typed) -> None:
    podium(["practice", LUNCH, "--plain"], *SAID)
    (recorded,) = LocalHouse().journal.answers("")
    assert recorded.choice == OWN_WORDS
    assert recorded.grades is not None
