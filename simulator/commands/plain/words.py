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
    "p": template("how each part of the public stands"),
    "r": template("hear this again"),
    "h": template("help, and how answers are graded"),
    "q": template("leave; you can resume at this very place"),
}
"""The letters that are open everywhere in the press room, and what they do."""

LETTERS_OF_EXAM: Mapping[str, str] = {
    **{letter: does for letter, does in LETTERS.items() if letter != "p"},
    "s": template("the time in the story and the time left"),
}
"""Where the mode does not tell how trust, heat and the public stand."""

QUESTION: Mapping[str, str] = {"1-{most}": template("say that line")}
OWN_WORDS: Mapping[str, str] = {"0, w": template("answer in your own words")}
DECISION: Mapping[str, str] = {"1-{most}": template("decide so")}
READING: Mapping[str, str] = {"Enter": template("go on")}
HINT: Mapping[str, str] = {"g": template("a hint")}
RATED: Mapping[str, str] = {**READING, "c1, c2, c3": template("say how sure you were: not sure, fairly sure, sure")}
MODEL: Mapping[str, str] = {"m": template("a model answer")}
BACK: Mapping[str, str] = {"u": template("take the answer back and try again")}
DECIDED: Mapping[str, str] = {**READING, "u": template("take the decision back")}

OPENED: Mapping[str, str] = {
    "Enter": template("open the press room"),
    "d": LETTERS["d"],
    "k": LETTERS["k"],
    "q": template("leave; nothing has begun yet"),
}
BRIEFING: Mapping[str, str] = {
    **OPENED,
    "w": template("prepare: messages of your own, what must not be said, an opening statement"),
}
CLOSING: Mapping[str, str] = {
    "1-{most}": template("that question, your answer, its grade and the best line"),
    "a": template("all the answers, and the path through the session"),
    "f": template("tomorrow's front page"),
    "w": template("what if: what would have come of another line"),
    "p": LETTERS["p"],
    "r": template("the ending and the summary again"),
    "h": template("how answers are graded"),
    "Enter, q": template("leave"),
}

NUMBER_DIGITS = 4
"""A longer number is no choice of anybody's."""


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


def number_of(word: str) -> int | None:
    """The number that a word is; None if it is none, or one that no list here is long enough for."""
    return int(word) if word.isdecimal() and len(word) <= NUMBER_DIGITS else None


def numbers_of(typed: str) -> list[int] | None:
    """The numbers of a line, with blanks or commas between them; None if anything else stands there."""
    numbers = [number_of(word) for word in typed.replace(",", " ").split()]
    return None if None in numbers else [number for number in numbers if number is not None]


def tell_unknown(talk: Talk, typed: str) -> None:
    """Say that something means nothing here."""
    if typed.strip():
        talk.say(template("“{typed}” means nothing here. ? tells what can be typed."), typed=typed.strip()[:40])
    else:
        talk.say(template("Nothing was typed, and Enter alone does nothing here. ? tells what can be typed."))


def keys(open_here: Mapping[str, str], most: int, catalogue: Catalogue) -> Iterator[str]:
    """What can be typed here, one thing a line."""
    yield ""
    for key, does in open_here.items():
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
