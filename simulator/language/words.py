"""The field's words as people read them: names of skills, levels, red flags, modules and manners, by key.

Each name is a template of the catalogues; look it up with `Catalogue.say`.
"""

from __future__ import annotations

from collections.abc import Mapping

from simulator.language.catalogue import template

SKILL_NAMES: Mapping[str, str] = {
    "accuracy": template("Accuracy"),
    "timeliness": template("Timeliness"),
    "empathy": template("Empathy"),
    "accountability": template("Accountability"),
    "transparency": template("Transparency"),
    "clarity": template("Clarity"),
    "rebuttal": template("Rebuttal"),
    "respect": template("Respect"),
    "mandate": template("Mandate"),
}

SKILL_AIMS: Mapping[str, str] = {
    "accuracy": template("correct facts, their source and time, apart from what is not known"),
    "timeliness": template("what is known now, and when and where the next update comes"),
    "empathy": template("the people affected come first, their situation is named, with help they can use"),
    "accountability": template("who does what by when; owning what is one's own to own"),
    "transparency": template("a straight answer; what is withheld, why, and when it will be known"),
    "clarity": template("one plain message that can be quoted"),
    "rebuttal": template("fact first, then what is wrong, with evidence anyone can check"),
    "respect": template("rights and dignity; the asker and critics are legitimate"),
    "mandate": template("within the role; who is competent for the rest, and how to reach them"),
}

LEVEL_NAMES: tuple[str, ...] = (
    template("harmful"),
    template("absent"),
    template("partial"),
    template("good"),
    template("exemplary"),
)

FLAG_NAMES: Mapping[str, str] = {
    "no_comment": template("No comment"),
    "speculation": template("Speculation"),
    "blame": template("Shifting blame"),
    "attack": template("Attack on the asker"),
    "false_reassurance": template("False reassurance"),
    "disclosure": template("Disclosure"),
    "amplification": template("Spreading the rumour"),
    "stigma": template("Stigma"),
    "non_answer": template("Non-answer"),
    "falsehood": template("Falsehood"),
}

FLAG_MEANINGS: Mapping[str, str] = {
    "no_comment": template("declines and gives neither a reason nor anything else"),
    "speculation": template("asserts a cause, culprit, number or outcome that is not established"),
    "blame": template("puts the fault on others before it is established"),
    "attack": template("insults, threatens or labels the journalist, the outlet or critics"),
    "false_reassurance": template("gives an absolute guarantee that nobody can give"),
    "disclosure": template("reveals personal, operational or restricted matter"),
    "amplification": template("restates the rumour before or without the fact"),
    "stigma": template("holds a group of people up as suspect or backward"),
    "non_answer": template("does not address the question"),
    "falsehood": template("contradicts the known facts"),
}

MODULE_NAMES: Mapping[str, str] = {
    "sovereignty": template("Sovereignty and borders"),
    "press": template("Press and crisis"),
    "rights": template("Human rights"),
    "cohesion": template("Unity of communities"),
}

DIFFICULTY_NAMES: Mapping[str, str] = {
    "basic": template("basic"),
    "intermediate": template("intermediate"),
    "advanced": template("advanced"),
}

LANGUAGE_NAMES: Mapping[str, str] = {"vi": "Tiếng Việt", "en": "English"}

ONLY_IN: Mapping[str, str] = {"vi": template("only in Vietnamese"), "en": template("only in English")}
"""What is told of a scenario that is in no other language."""

FIGURE_NAMES: Mapping[str, str] = {
    "trust": template("trust"),
    "heat": template("heat"),
    "minutes": template("minutes"),
    "score": template("score"),
}
"""What every session has without declaring it, by the name that conditions have for it."""

MANNER_NAMES: Mapping[str, str] = {
    "patient": template("patient"),
    "sharp": template("sharp"),
    "hostile": template("hostile"),
    "friendly_trap": template("friendly, with a trap"),
}

ROLE_NAMES: Mapping[str, str] = {
    "spokesperson": template("spokesperson"),
    "fact_checker": template("fact checker"),
    "social_listener": template("social listener"),
    "duty_officer": template("duty officer"),
}

OUTCOME_NAMES: Mapping[str, str] = {
    "good": template("Trust held"),
    "mixed": template("A mixed outcome"),
    "poor": template("Trust lost"),
}

PROGRESS_NAMES: Mapping[str, str] = {
    "new": template("not played yet"),
    "open": template("in progress"),
    "done": template("played"),
}

MODE_NAMES: Mapping[str, str] = {
    "guided": template("Guided"),
    "practice": template("Practice"),
    "exam": template("Exam"),
}

MODE_MEANINGS: Mapping[str, str] = {
    "guided": template("a hint before you answer, a mentor's note after; answers can be taken back"),
    "practice": template("on your own, a grade and a model answer after each; answers can be taken back"),
    "exam": template("against the clock, each answer once; all feedback comes in the debrief"),
}

PRESS_WHYS: Mapping[str, str] = {
    "contradiction": template("two statements do not agree"),
    "promise": template("a promise has fallen due"),
    "flag": template("your own words come back"),
    "unanswered": template("the question is still open"),
    "weak": template("the answer was not enough"),
    "temptation": template("a good answer, and a bait to say more than is known"),
    "facilitator": template("the facilitator asked"),
}
"""Why a journalist presses, as it is told."""

CONFIDENCE_NAMES: Mapping[int, str] = {
    1: template("not sure"),
    2: template("fairly sure"),
    3: template("sure"),
}
