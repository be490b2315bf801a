"""A telephone number may be somebody's.

Trainees and readers of reports ring numbers that look real. Invented ones are `0200 555 01xx`: nobody has them.
Short numbers for emergencies (112 to 115) are left alone.

    hotline: 0912 345 678         # wrong

    hotline: 0200 555 0112        # mended
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.authoring.lint.subject import Linted
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw

CODE = "P733"
SEVERITY = "warning"

_NUMBER = re.compile(r"(?<![\d.,:/+-])(?:\+\d{1,3}[ .-]?\d|0\d)(?:[ .-]?\d){7,10}(?![\d%])|\b1[89]00[ .-]?\d{4,6}\b")
_INVENTED = re.compile(r"020055501\d\d")
_MAY_BEGIN_ONE = re.compile(r"[^\w+]*(?:\+\d|0\d{2}|1[89]00)")


def check(subject: Linted) -> Iterator[Flaw]:
    if not any(map(_MAY_BEGIN_ONE.match, subject.chunks)):
        return
    for path, text in subject.prose:
        for match in _NUMBER.finditer(text):
            if _may_be_real(match):
                message = template("{number} may be somebody's telephone number")
                hint = template("invented numbers are 0200 555 01xx")
                yield Flaw(path, message, hint, {"number": match[0]}, offset=match.start())


def _may_be_real(match: re.Match[str]) -> bool:
    return not _INVENTED.fullmatch(re.sub(r"\D", "", match[0]))
