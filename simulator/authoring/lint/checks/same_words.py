"""Two lines of the scenario, or two questions, have the same words.

Usually one was copied and never rewritten. Short courtesies may recur; anything longer reads like a mistake, and
the debrief quotes it twice.

    - {id: waits, text: We are looking into it and will inform the press in due course., …}
    - {id: evades, text: We are looking into it and will inform the press in due course., …}     # wrong

    - {id: evades, text: "That is a matter for the police, whom you may ask.", …}                # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.subject import Linted
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.places import Path

CODE = "P716"
SEVERITY = "warning"

CHARACTERS_LEAST = 40
"""A shorter text may recur in another question; within one question no line may."""


def check(subject: Linted) -> Iterator[Flaw]:
    seen: dict[str, str] = {}
    for path, name, text in _spoken(subject):
        words = " ".join(text.casefold().split())
        if len(words) < CHARACTERS_LEAST and path[-2:-1] != ("lines",):
            continue
        key = words if len(words) >= CHARACTERS_LEAST else f"{path[:2]} {words}"
        if key in seen:
            message = template("the same words stand at `{first}`")
            yield Flaw((*path, "text"), message, template("rewrite one of the two"), {"first": seen[key]})
        seen.setdefault(key, name)


def _spoken(subject: Linted) -> Iterator[tuple[Path, str, str]]:
    """Every question and every line, with its path and its name."""
    for path, question in subject.questions:
        yield path, question.id, question.text
        for number, line in enumerate(question.lines):
            yield (*path, "lines", number), f"{question.id}.{line.id}", line.text
