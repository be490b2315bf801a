"""A headline or a post under `public` does not quote as it should.

It takes up the very words of an answer, and they come where `{words}` stands, once. Upon silence there are none; upon
a disclosure and upon stigma nothing is quoted, so that the harm is not done again. No other braces are known.

    public:
      posts:
        - {upon: blame, text: "“{word}”. Somebody else's fault."}        # wrong: {word} is nothing
        - {upon: silent, text: "“{words}”. Not a word."}                 # wrong: silence has no words

        - {upon: blame, text: "“{words}”. Somebody else's fault."}       # mended
        - {upon: silent, text: "Not a word."}                            # mended
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.checks.subject import Subject
from simulator.loading.places import Path
from simulator.scenario.public import QUOTATION, UNQUOTED, Echo

CODE = "P216"
SEVERITY = "error"

_BRACES = re.compile(r"\{[^{}]*\}")


def check(subject: Subject) -> Iterator[Flaw]:
    public = subject.scenario.public
    if public is None:
        return
    for key in ("headlines", "posts"):
        for number, echo in enumerate(getattr(public, key)):
            yield from _of(("public", key, number, "text"), echo)


def _of(path: Path, echo: Echo) -> Iterator[Flaw]:
    places = [found for found in _BRACES.finditer(echo.text) if found[0] != QUOTATION]
    for found in places:
        hint = template("only `words` in braces is: the answer's own words come there")
        message = template("`{name}` in braces is not filled in")
        yield Flaw(path, message, hint, {"name": found[0][1:-1]}, offset=found.start())
    quotes = echo.text.count(QUOTATION)
    if echo.upon in UNQUOTED and quotes:
        message = template("upon `{upon}` nothing is quoted")
        hint = template("say it without `words` in braces")
        yield Flaw(path, message, hint, {"upon": echo.upon})
    elif echo.upon not in UNQUOTED and quotes != 1 and not places:
        message = template("the answer's words are quoted {count} times here")
        hint = template("write `words` in braces once, where they are to stand")
        yield Flaw(path, message, hint, {"count": quotes})
