"""A text is still to be written: TODO stands in it, or nothing but dots.

A story that was imported is full of such places, and so is a draft. The scenario can be played all the same, and a
trainee would read them: "TODO: what is said here." Only texts that somebody reads are looked through; a comment may say
TODO as often as you like.

    - id: opening
      text: "TODO: what is said here."            # wrong
      reaction: …                                 # wrong

    - id: opening
      text: Who knew that the bridge was closed?
      reaction: She looks up from her notes.      # mended
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.authoring.lint.subject import Linted
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw
from simulator.loading.places import Path

CODE = "P723"
SEVERITY = "warning"

_PLACEHOLDER = re.compile(r"\bTODO\b|\A\s*(?:…|\.\.\.)[….\s]*\Z")


_MAYBE = re.compile(r"TODO|(?:…|\.\.\.)[….\s]*[\"']?\s*(?:$|[,}\]])", re.MULTILINE)
"""Where nothing like it stands in the file, the texts need not be gathered, which takes longer than to look at them."""


def check(subject: Linted) -> Iterator[Flaw]:
    if not _MAYBE.search(subject.text):
        return
    for path, text in _read(subject):
        found = _PLACEHOLDER.search(text)
        if found:
            hint = template("write it, or leave the key out if it may be")
            yield Flaw(path, template("this text is still to be written"), hint, offset=found.start())


def _read(subject: Linted) -> Iterator[tuple[Path, str]]:
    """Every text that a trainee or a facilitator reads."""
    yield ("author",), subject.scenario.author
    yield from subject.prose
    for number, card in enumerate(subject.scenario.role_cards):
        yield ("role_cards", number, "brief"), card.brief
