"""A real outlet, province or city stands in the story.

All places, people and outlets in a scenario are invented, so that no real office is shown failing and no real paper
hostile; ministries, laws and the country are no places of the story and may be named. The names that Podium knows are
in `real_names.toml`; they are looked for with their capitals, so that an ordinary word is not taken for a name.

    outlet: VnExpress                # wrong

    outlet: The National Morning     # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.names import finding, real_names
from simulator.authoring.lint.subject import Linted
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw

CODE = "P735"
SEVERITY = "warning"


def check(subject: Linted) -> Iterator[Flaw]:
    names = [name for name, words in real_names() if subject.may_hold(name, words)]
    if not names:
        return
    pattern = finding(names)
    for path, text in subject.prose:
        if path[0] == "legal_basis":
            continue
        for match in pattern.finditer(text):
            message = template("“{name}” is a real name")
            hint = template("invent one; a province that does not exist cannot be slandered")
            yield Flaw(path, message, hint, {"name": match[0]}, offset=match.start())
