"""Room events as the JSON text of the room's log. What a later Podium wrote and this one cannot read is passed over."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from simulator.workshop.room.events import RoomEvent

_EVENT: TypeAdapter[RoomEvent] = TypeAdapter(Annotated[RoomEvent, Field(discriminator="kind")])


def encode(event: RoomEvent) -> str:
    """The event as one line of JSON."""
    return event.model_dump_json(exclude_defaults=False)


def decode(text: str) -> RoomEvent | None:
    """The event of a line; None if this Podium cannot read it."""
    try:
        return _EVENT.validate_json(text)
    except ValidationError:
        return None
