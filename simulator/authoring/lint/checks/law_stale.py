"""A law that the scenario rests on may be out of date, or is cited after another has taken its place.

A trainee who learns a duty from a repealed law is worse off than one who learns none. Podium knows of the laws in its
list of those replaced (`superseded.toml`), and asks of any law in force for more than fifteen years, or not yet in
force, to be looked at again.

    legal_basis:
      - {title: Press Law 2016, in_force: 2017-01-01, about: …}     # wrong since 1 July 2026

      - {title: Press Law 2025, in_force: 2026-07-01, about: …}     # mended
"""

from __future__ import annotations

from collections.abc import Iterator

from simulator.authoring.lint.names import finding, superseded, words_of
from simulator.authoring.lint.subject import Linted
from simulator.language.catalogue import template
from simulator.loading.checks.flaw import Flaw

CODE = "P731"
SEVERITY = "warning"

YEARS_MOST = 15


def check(subject: Linted) -> Iterator[Flaw]:
    today = subject.today.isoformat()
    for number, law in enumerate(subject.scenario.legal_basis):
        path = ("legal_basis", number)
        if law.in_force > today:
            message = template("this law comes into force only on {date}")
            yield Flaw(
                (*path, "in_force"),
                message,
                template("say so in `about`, or cite what is in force"),
                {"date": law.in_force},
            )
        elif int(law.in_force[:4]) < subject.today.year - YEARS_MOST:
            message = template("this law has been in force for more than {years} years")
            yield Flaw(
                (*path, "in_force"),
                message,
                template("make sure that no other has taken its place"),
                {"years": YEARS_MOST},
            )
    replaced = [(one, name) for one in superseded() if one.replaced <= today for name in one.cited]
    for one, name in replaced:
        if not subject.may_hold(name, words_of(name)):
            continue
        for path_, text in subject.prose:
            if match := finding([name]).search(text):
                message = template("“{law}” was replaced on {date} by “{by}”")
                params = {"law": match[0], "date": one.replaced, "by": one.by}
                yield Flaw(path_, message, template("cite what is in force now"), params, offset=match.start())
