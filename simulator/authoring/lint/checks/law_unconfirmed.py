"""A law is cited that no lawyer has confirmed, and `about` does not say so.

What the press may ask for and what an office must say is law, and trainees take it from here. Until a lawyer has
looked, say "to be confirmed by a lawyer" ("chờ luật sư xác nhận") in `about`; then set `confirmed: true`.

    - title: Press Law 2025
      in_force: 2026-07-01
      about: Duty of authorities to inform the press.                                    # wrong

      about: Duty of authorities to inform the press. To be confirmed by a lawyer.       # mended
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.authoring.lint.subject import Linted
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw

CODE = "P732"
SEVERITY = "warning"

_SAYS_SO = re.compile(r"confirmed by a lawyer|lawyer to confirm|luật sư xác nhận", re.IGNORECASE)


def check(subject: Linted) -> Iterator[Flaw]:
    for number, law in enumerate(subject.scenario.legal_basis):
        if not law.confirmed and not _SAYS_SO.search(" ".join(law.about.split())):
            message = template("no lawyer has confirmed this law, and nothing here says so")
            hint = template("write “to be confirmed by a lawyer”, or `confirmed: true` once one has")
            yield Flaw(("legal_basis", number, "about"), message, hint, at_key=True)
