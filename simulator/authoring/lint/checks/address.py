"""An e-mail address or a web address may be somebody's.

Whoever owns it gets the mail and the visitors of your story. Invented addresses end in `.example`, which nobody can
own (`.test` and `.invalid` neither).

    web: sonkhe-disaster.vn        # wrong

    web: sonkhe.example/nalai      # mended
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.authoring.lint.subject import Linted
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw

CODE = "P734"
SEVERITY = "warning"

_ENDS = "vn|com|org|net|gov|edu|info|biz|io|tv|news|asia|eu|de|fr|cn|jp|kr|uk|us|la|th|kh|example|test|invalid"
_ADDRESS = re.compile(rf"(?:[\w.+-]+@)?\b(?:[a-z0-9-]+\.)+(?P<end>{_ENDS})\b(?!\.\w)", re.IGNORECASE)
_NOBODYS = frozenset({"example", "test", "invalid"})


def check(subject: Linted) -> Iterator[Flaw]:
    if not any(_may_be_real(match) for chunk in subject.chunks for match in _ADDRESS.finditer(chunk)):
        return
    for path, text in subject.prose:
        for match in _ADDRESS.finditer(text):
            if _may_be_real(match):
                message = template("{address} may be somebody's address")
                hint = template("invented addresses end in .example")
                yield Flaw(path, message, hint, {"address": match[0]}, offset=match.start())


def _may_be_real(match: re.Match[str]) -> bool:
    return match["end"].lower() not in _NOBODYS
