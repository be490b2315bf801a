"""What is typed besides numbers: yes and no in both languages, with diacritics or without, and the letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from simulator.commands.plain.talk import Talk, Timer
from simulator.language.catalogue import Catalogue, template
from simulator.language.folding import folded
from simulator.language.words import FLAG_MEANINGS, FLAG_NAMES, LEVEL_NAMES, SKILL_AIMS, SKILL_NAMES

YES = frozenset({"", "y", "yes", "c", "co"})
NO = frozenset({"n", "no", "k", "khong"})
YES_OR_NO = template("(y/n)")

LETTERS: Mapping[str, str] = {
    "d": template("the dossier"),
    "k": template("the key messages"),
    "n": template("the headlines so far"),
    "s": template("trust, heat and the time left"),
    "r": template("hear this again"),
    "h": template("help, and how answers are graded"),
    "q": template("leave; you can resume at this very place"),
}
"""The letters that are open everywhere in the press room, and what they do."""

QUESTION: Mapping[str, str] = {"1-{most}": template("say that line"), "0, w": template("answer in your own words")}
DECISION: Mapping[str, str] = {"1-{most}": template("decide so")}
READING: Mapping[str, str] = {"Enter": template("go on")}
HINT: Mapping[str, str] = {"g": template("a hint")}
RATED: Mapping[str, str] = {**READING, "c1, c2, c3": template("say how sure you were: not sure, fairly sure, sure")}
MODEL: Mapping[str, str] = {"m": template("a model answer")}
BACK: Mapping[str, str] = {"u": template("take the answer back and try again")}
DECIDED: Mapping[str, str] = {**READING, "u": template("take the decision back")}


def said(typed: str) -> str:
    """What was typed, as it is looked up."""
    return folded(typed.strip())


def yes(talk: Talk, question: str, timer: Timer | None = None) -> bool | None:
    """Ask until it is yes (which Enter means too) or no; None if the time is up before. Raises Ended."""
    prompt = f"{question} {talk.catalogue.say(YES_OR_NO)}"
    while (typed := talk.ask(prompt, timer)) is not None:
        if said(typed) in YES | NO:
            return said(typed) in YES
        talk.say(template("Please answer y or n."))
    return None


def keys(own: Mapping[str, str], most: int, catalogue: Catalogue) -> Iterator[str]:
    """What can be typed here, one thing a line."""
    yield ""
    for key, does in {**own, **LETTERS}.items():
        yield f"{key.format(most=most)}: {catalogue.say(does)}"


def grading(catalogue: Catalogue) -> Iterator[str]:
    """How answers are graded."""
    say = catalogue.say
    yield from ("", say(template("How answers are graded")))
    yield "  " + ", ".join(f"{number} {say(name)}" for number, name in enumerate(LEVEL_NAMES))
    for skill, name in SKILL_NAMES.items():
        yield f"  {say(name)}: {say(SKILL_AIMS[skill])}"
    yield from ("", say(template("Red flags")))
    for flag, name in FLAG_NAMES.items():
        yield f"  {say(name)}: {say(FLAG_MEANINGS[flag])}"
    note = template(
        "Trust and heat are an illustrative model: trust is lost faster than it is won, and red flags and silence "
        "heat the media."
    )
    yield from ("", say(note))
