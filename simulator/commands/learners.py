"""`podium learners`: who learns at this machine; to change, to take one's record along, and to be forgotten."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict

import click

from simulator.commands.house import LocalHouse
from simulator.commands.moments import local_moment
from simulator.commands.plain import words
from simulator.commands.plain.talk import Talk
from simulator.commands.whole_file import STANDARD, whole_file
from simulator.errors import ExitCode, UsageError
from simulator.journal.codec import encode
from simulator.journal.port import Journal
from simulator.language.catalogue import Catalogue, template
from simulator.language.signs import plain
from simulator.loading.nearest import nearest
from simulator.practice.learners import LearnerEntry
from simulator.tui.preferences import learner_name


def run(catalogue: Catalogue, does: str, name: str | None, format_: str, out: str, *, yes: bool) -> ExitCode:
    """List everybody, or `use`, `export` or `forget` one of them. Raises PodiumError."""
    if not does:
        return list_(catalogue, format_)
    if name is None:
        hint = template("write it behind: podium learners {verb} NAME")
        raise UsageError(template("a name is missing"), hint, verb=does)
    if does == "use":
        return use(catalogue, name)
    return export(catalogue, name, out) if does == "export" else forget(catalogue, name, yes=yes)


def list_(catalogue: Catalogue, format_: str) -> ExitCode:
    """Print everybody on record, the one that was there last first."""
    house = LocalHouse()
    found = house.learning.learners()
    if format_ == "json":
        rows = [asdict(one) | {"present": one.name == house.learner} for one in found]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return ExitCode.OK
    width = max(len(named(one.name, catalogue)) for one in found)
    for one in found:
        sign = "▸" if one.name == house.learner else " "
        click.echo(f"{sign} {named(one.name, catalogue):<{width}}  {_about(one, catalogue)}".rstrip())
    return ExitCode.OK


def use(catalogue: Catalogue, name: str) -> ExitCode:
    """Record as this learner from now on; an empty name is nobody's."""
    name = learner_name(name)
    LocalHouse().learn_as(name)
    told = template("From now on sessions are recorded as those of: {name}")
    click.echo(catalogue.say(told, name=named(name, catalogue)), err=True)
    return ExitCode.OK


def export(catalogue: Catalogue, name: str, out: str) -> ExitCode:
    """Write everything on record of a learner as JSON. Raises UsageError, MachineError."""
    house, name = LocalHouse(), learner_name(name)
    demand_known(house.learning.learners(), name)
    text = json.dumps(everything_of(house.journal, name), ensure_ascii=False, indent=2) + "\n"
    with whole_file(out) as file:
        file.write(text.encode())
    if out != STANDARD:
        click.echo(catalogue.say(template("Written: {path}"), path=out), err=True)
    return ExitCode.OK


def forget(catalogue: Catalogue, name: str, *, yes: bool) -> ExitCode:
    """Delete everything on record of a learner, once that is confirmed. Raises UsageError."""
    house, name = LocalHouse(), learner_name(name)
    found = demand_known(house.learning.learners(), name)
    if not yes and not _confirmed(found, catalogue):
        click.echo(catalogue.say(template("Nothing was deleted.")), err=True)
        return ExitCode.OK
    count = house.journal.forget(name)
    if name and name == house.learner:
        house.learn_as("")  # Who is forgotten is not the one who learns here from now on.
    click.echo(catalogue.count("Deleted: one session.", "Deleted: {n} sessions.", count), err=True)
    return ExitCode.OK


def everything_of(journal: Journal, name: str) -> dict[str, object]:
    """Headers and entries of the learner's sessions, what was remarked about these, and the learner's own remarks."""
    mine = [one.header for one in journal.sessions() if one.header.learner == name]
    remarks = {one.number: one for header in mine for one in journal.remarks(header.id)}
    remarks |= {one.number: one for one in journal.remarks_by(name)}
    return {
        "learner": name,
        "sessions": [
            {
                "header": asdict(header),
                "entries": [
                    {
                        "number": entry.number,
                        "recorded_at": entry.recorded_at,
                        "ending": entry.ending,
                        "event": json.loads(encode(entry.event)),
                    }
                    for entry in journal.entries(header.id)
                ],
            }
            for header in mine
        ],
        "remarks": [asdict(remarks[number]) for number in sorted(remarks)],
    }


def named(name: str, catalogue: Catalogue) -> str:
    """A name, or that there is none."""
    return plain(name) or catalogue.say(template("(without a name)"))


def _confirmed(found: LearnerEntry, catalogue: Catalogue) -> bool:
    if not _at_terminal():
        raise UsageError(template("nothing is deleted without being asked"), template("add --yes if it is meant"))
    sessions = catalogue.count("one session", "{n} sessions", found.sessions)
    question = template("Delete everything on record of {name} ({sessions})? This cannot be undone. y deletes:")
    talk = Talk(catalogue)
    typed = talk.ask(catalogue.say(question, name=named(found.name, catalogue), sessions=sessions))
    return words.said(typed or "") in words.YES - {""}  # Enter alone deletes nothing.


def _at_terminal() -> bool:
    return sys.stdin.isatty()


def demand_known(known: Sequence[LearnerEntry], name: str) -> LearnerEntry:
    """Whoever is called so. Raises UsageError."""
    found = next((one for one in known if one.name == name), None)
    if found is None:
        near = nearest(name, [one.name for one in known])
        hint = template("did you mean `{near}`?") if near else template("`podium learners` lists everybody")
        raise UsageError(template("nobody is called `{name}` here"), hint, name=name, near=near)
    return found


def _about(one: LearnerEntry, catalogue: Catalogue) -> str:
    if not one.sessions:
        return catalogue.say(template("no session yet"))
    sessions = catalogue.count("one session", "{n} sessions", one.sessions)
    last = template("{sessions}, the last {moment}")
    return catalogue.say(last, sessions=sessions, moment=local_moment(one.last_at, catalogue.tongue))
