"""`podium verify`: whether recorded sessions are still as they were recorded, entry by entry."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import click

from simulator.commands.house import LocalHouse
from simulator.errors import ExitCode, PodiumError
from simulator.journal.errors import UnknownSession
from simulator.journal.port import ChainCheck
from simulator.language.catalogue import Catalogue, template
from simulator.loading.unseen import visible


@dataclass(frozen=True, slots=True)
class Verified:
    """A session's check, or why it could not be made: a template with its values."""

    session: str
    check: ChainCheck | None = None
    fault: PodiumError | None = None

    @property
    def sound(self) -> bool:
        return self.check is not None and self.check.broken is None


def run(catalogue: Catalogue, sessions: Sequence[str], format_: str) -> ExitCode:
    """Check sessions, or all; ENVIRONMENT if one is not as it was recorded. Raises UnknownSession."""
    house = LocalHouse()
    meant = sessions or house.journal.session_ids()
    found = [_verified(house, session) for session in dict.fromkeys(meant)]
    if format_ == "json":
        click.echo(json.dumps([_as_json(one) for one in found], ensure_ascii=False, indent=2))
    else:
        for one in found:
            click.echo(visible(_told(one, catalogue)))
    broken = sum(not one.sound for one in found)
    told = catalogue.count("One session checked.", "{n} sessions checked.", len(found))
    faulty = catalogue.count("One is not as it was recorded.", "{n} are not as they were recorded.", broken)
    click.echo(f"{told} {faulty}" if broken else told, err=True)
    return ExitCode.ENVIRONMENT if broken else ExitCode.OK


def _verified(house: LocalHouse, session: str) -> Verified:
    try:
        return Verified(session, house.journal.check_chain(session))
    except UnknownSession:
        raise
    except PodiumError as error:
        return Verified(session, fault=error)


def _told(one: Verified, catalogue: Catalogue) -> str:
    say = catalogue.say
    if one.check is None:
        fault = say(one.fault.message, **one.fault.params) if one.fault else ""
        return f"{one.session}: {fault}"
    check = one.check
    if check.broken is not None:
        told = template("{session}: entry {number} is not as it was recorded")
        return say(told, session=one.session, number=check.broken)
    if not check.chained:
        return say(template("{session}: from before entries were chained; it cannot be checked"), session=one.session)
    if check.chained < check.entries:
        told = template("{session}: sound from entry {number} on; those before are from before entries were chained")
        return say(told, session=one.session, number=check.entries - check.chained)
    return say(template("{session}: sound, {count} entries"), session=one.session, count=check.entries)


def _as_json(one: Verified) -> dict[str, object]:
    check = asdict(one.check) if one.check else {"entries": None, "chained": None, "broken": None}
    return {"session": one.session, "sound": one.sound, **check}
