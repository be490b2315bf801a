"""What the facilitator of a workshop does to a running session: more time, news, and the order that makes it come once.

Every such event carries its `order`, the number of the room's event that it carries out, from 1. A session accepts an
order once, so that whoever serves it may try again without asking what came of it.
"""

from __future__ import annotations

from simulator.language.catalogue import template
from simulator.session.compiled import CompiledScenario
from simulator.session.events import Extended, IllegalEvent, Injected
from simulator.session.limits import deadline
from simulator.session.room_inject import HEADLINE_MAX, SOURCE_MAX, TEXT_MAX, RoomInject, RoomInjectTold
from simulator.session.state import SessionState

EXTENSIONS_MS = range(1_000, 60 * 60_000 + 1)
"""What one order may add to the time of a question: 1 second to 60 minutes."""


def extend(ready: CompiledScenario, state: SessionState, event: Extended) -> SessionState:
    """Give the question on the table more time; of what has lapsed, only the order is kept."""
    check_moment(ready, state, event.at)
    orders = with_order(state, event.order)
    if event.ms not in EXTENSIONS_MS:
        raise IllegalEvent(template("a question is given 1 second to 60 minutes more at a time"))
    if event.lapsed:
        return state._replace(orders=orders, at=event.at)
    if deadline(ready.scene(state.scene), state) is None:
        raise IllegalEvent(template("nothing here has a time limit that could be extended"))
    return state._replace(extra_ms=state.extra_ms + event.ms, orders=orders, at=event.at)


def inject(ready: CompiledScenario, state: SessionState, event: Injected) -> SessionState:
    """Bring in news: it is told from now on, and leads nowhere."""
    check_moment(ready, state, event.at)
    brought = event.inject
    orders = with_order(state, brought.order)
    _check_news(brought)
    told = RoomInjectTold(
        brought.order, brought.text, brought.headline, brought.source, state.minutes, len(state.path), event.at
    )
    return state._replace(injected=(*state.injected, told), orders=orders, at=event.at)


def with_order(state: SessionState, order: int) -> tuple[int, ...]:
    """The orders with this one. Raises IllegalEvent if it has been carried out, or is none."""
    if order < 1:
        raise IllegalEvent(template("what a facilitator does carries the number of its order, from 1"))
    if order in state.orders:
        raise IllegalEvent(template("order {order} has been carried out in this session already"), order=order)
    return (*state.orders, order)


def check_moment(ready: CompiledScenario, state: SessionState, at: int) -> None:
    """Refuse whatever comes before the start, at an ending or before its time."""
    if not state.scene:
        raise IllegalEvent(template("this session has not begun"))
    if ready.scene(state.scene).kind == "ending":
        raise IllegalEvent(template("this session has ended"))
    if at < state.at:
        raise IllegalEvent(template("time does not run backwards"))


def _check_news(brought: RoomInject) -> None:
    if not brought.text.strip() or len(brought.text) > TEXT_MAX:
        raise IllegalEvent(template("news has a text of 1 to {most} characters"), most=TEXT_MAX)
    if len(brought.headline) > HEADLINE_MAX or len(brought.source) > SOURCE_MAX:
        raise IllegalEvent(template("a headline and a source have at most {most} characters"), most=HEADLINE_MAX)
