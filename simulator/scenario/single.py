"""One question of a scenario as a scenario of its own: for practice, and for trying a past question again."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.scenario.dossier import Dossier, DossierItem
from simulator.scenario.model import Language, Scenario
from simulator.scenario.scenes import Ending, Line, Question, Way

PART = "/"
"""Stands between a scenario's id and a question's in the id of a single question: `cau-treo-ban-na/why_opened`."""

DONE = "done"
"""The id of the ending that a single question leads to."""

_ENDINGS: Mapping[Language, tuple[str, str, str]] = {
    "vi": ("Một câu hỏi, một câu trả lời", "Câu hỏi đã được trả lời.", "Xem lại câu trả lời, rồi thử một câu khác."),
    "en": ("One question, one answer", "The question has been answered.", "Look at your answer, then try another."),
}
"""Headline, text and lesson where the scenario has no ending called `done` of its own."""


def single_id(scenario_id: str, question_id: str) -> str:
    """The id of a single question."""
    return f"{scenario_id}{PART}{question_id}"


def parted(id_: str) -> tuple[str, str]:
    """The scenario's id and the question's of such an id; the latter is empty for a whole scenario's."""
    scenario_id, _, question_id = id_.partition(PART)
    return scenario_id, question_id


def single(scenario: Scenario, question_id: str) -> Scenario:
    """The scenario of that one question: asked at once, with all of the dossier on the desk, and then an end.

    Nothing is asked back, and no line is closed. Raises KeyError for a question that there is not.
    """
    asked = scenario.scene_by_id[question_id]
    if not isinstance(asked, Question):
        raise KeyError(question_id)
    ending = _ending(scenario)
    alone = {"when": None, "once": False, "follow_ups": (), "then": (Way(go=ending.id),)}
    lines = tuple(_freed(line) for line in asked.lines)
    silence = asked.silence and asked.silence.model_copy(update={"follow_ups": (), "effects": (), "then": None})
    question = asked.model_copy(update={**alone, "lines": lines, "silence": silence})
    return scenario.model_copy(
        update={
            "id": single_id(scenario.id, question_id),
            "title": asked.title or scenario.title,
            "minutes": 5,
            "skills": asked.skills,
            "dossier": _all_known(scenario.dossier),
            "public": None,
            "role_cards": (),
            "variables": (),
            "start": asked.id,
            "pools": (),
            "scenes": (question, ending),
        }
    )


def _freed(line: Line) -> Line:
    """The line without what hangs on the rest of the scenario."""
    return line.model_copy(
        update={"when": None, "closed": None, "once": False, "follow_ups": (), "effects": (), "then": None}
    )


def _ending(scenario: Scenario) -> Ending:
    own = scenario.scene_by_id.get(DONE)
    if isinstance(own, Ending):
        return own
    headline, text, lesson = _ENDINGS[scenario.language]
    return Ending(id=DONE, kind="ending", headline=headline, text=text, lesson=lesson, outcome="mixed")


def _all_known(dossier: Dossier) -> Dossier:
    """Everything known from the start, but for facts that a later one replaces."""
    replaced = {fact.replaces for fact in dossier.facts}
    freed: dict[str, tuple[DossierItem, ...]] = {
        "facts": tuple(
            fact.model_copy(update={"known_from": None, "replaces": None})
            for fact in dossier.facts
            if fact.id not in replaced
        ),
        "unknowns": tuple(map(_known, dossier.unknowns)),
        "restricted": tuple(map(_known, dossier.restricted)),
        "rumours": tuple(map(_known, dossier.rumours)),
    }
    return dossier.model_copy(update=freed)


def _known(item: DossierItem) -> DossierItem:
    return item.model_copy(update={"known_from": None})
