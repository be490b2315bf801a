"""What an author may set in a preview: trust, heat, the minutes of story time, and the declared variables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from simulator.errors import UsageError
from simulator.language.catalogue import template
from simulator.loading.nearest import nearest
from simulator.loading.unseen import visible
from simulator.scenario.model import VARIABLE_BOUND, Scenario, Variable
from simulator.scenario.situation import Scalar
from simulator.session.compiled import compiled
from simulator.session.state import SessionState

MINUTES_MAX = 100_000
SHOWN_MAX = 60
BOUNDS = {"trust": (0, 100), "heat": (0, 100), "minutes": (0, MINUTES_MAX)}
"""What is there without being declared, with its least and greatest value."""

_BOOLEANS = {"true": True, "false": False}


class Setting(NamedTuple):
    """A value that an author has chosen."""

    name: str
    value: Scalar


def read_pair(scenario: Scenario, written: str) -> Setting:
    """`NAME=VALUE` as on the command line. Raises UsageError, in one line."""
    name, sign, text = written.partition("=")
    if not sign:
        raise UsageError(template("“{written}” is not NAME=VALUE"), written=_short(written))
    return read_setting(scenario, name.strip(), text)


def read_setting(scenario: Scenario, name: str, written: str) -> Setting:
    """The value as it is written in YAML, within its range. Raises UsageError, in one line."""
    text = written.strip()
    if name in BOUNDS:
        return Setting(name, _whole(text, *BOUNDS[name]))
    variable = _variable(scenario, name)
    if variable is None:
        near = nearest(name, names(scenario))
        hint = template("did you mean `{near}`?") if near else ""
        raise UsageError(template("no variable is called `{name}`"), hint, name=_short(name), near=near)
    return Setting(name, _READERS[variable.type](text, variable))


def names(scenario: Scenario) -> tuple[str, ...]:
    """All names that can be set, in the order in which they are shown."""
    return (*BOUNDS, *(variable.name for variable in scenario.variables))


def fits(scenario: Scenario, setting: Setting) -> bool:
    """Whether the scenario, which may have been rewritten since, still takes it."""
    try:
        return read_setting(scenario, setting.name, as_written(setting.value)) == setting
    except UsageError:
        return False


def as_written(value: Scalar) -> str:
    """The value as an author writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def put(scenario: Scenario, state: SessionState, setting: Setting) -> SessionState:
    """The state with this one value set, and nothing else changed. The setting must fit the scenario."""
    if setting.name in BOUNDS:
        changes: dict[str, Any] = {setting.name: setting.value}
        return state._replace(**changes)
    slot = compiled(scenario).slots[setting.name]
    return state._replace(values=(*state.values[:slot], setting.value, *state.values[slot + 1 :]))


def _variable(scenario: Scenario, name: str) -> Variable | None:
    return next((variable for variable in scenario.variables if variable.name == name), None)


def _whole(text: str, least: int, most: int) -> int:
    digits = text.removeprefix("-")
    number = int(text) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None
    if number is None or not least <= number <= most:
        told = template("“{written}” is not a whole number from {least} to {most}")
        raise UsageError(told, written=_short(text), least=least, most=most)
    return number


def _int(text: str, variable: Variable) -> int:
    return _whole(text, *(variable.range or (-VARIABLE_BOUND, VARIABLE_BOUND)))


def _bool(text: str, _: Variable) -> bool:
    if text not in _BOOLEANS:
        raise UsageError(template("“{written}” is neither true nor false"), written=_short(text))
    return _BOOLEANS[text]


def _text(text: str, variable: Variable) -> str:
    held = variable.values or ()
    if text not in held:
        known = ", ".join(_short(value) for value in held)
        raise UsageError(template("“{written}” is not one of: {known}"), written=_short(text), known=known)
    return text


_READERS: dict[str, Callable[[str, Variable], Scalar]] = {"int": _int, "bool": _bool, "text": _text}


def _short(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= SHOWN_MAX else f"{shown[: SHOWN_MAX - 1]}…"
