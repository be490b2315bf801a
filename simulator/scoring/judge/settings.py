"""Where the judge is, from the environment: PODIUM_JUDGE_URL, PODIUM_JUDGE_MODEL and, if need be, PODIUM_JUDGE_KEY."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from urllib.parse import urlsplit

from simulator.errors import MachineError, UsageError
from simulator.language.catalogue import template

PATH = "/chat/completions"

NAME_MAX = 120
"""Characters of a model's name; it is written into every grade."""


@dataclass(frozen=True, slots=True)
class JudgeSettings:
    """The endpoint's full address, the model's name, and a key that is never printed."""

    url: str
    model: str
    key: str = field(default="", repr=False)


def settings_from(environment: Mapping[str, str]) -> JudgeSettings:
    """The settings. Raises UsageError where they are missing or off, MachineError where httpx is missing."""
    url, model, key = (environment.get(f"PODIUM_JUDGE_{name}", "").strip() for name in ("URL", "MODEL", "KEY"))
    if not url or not model:
        told = template("the judge needs PODIUM_JUDGE_URL and PODIUM_JUDGE_MODEL")
        raise UsageError(told, template("for example http://localhost:11434/v1 and the name of a model there"))
    if not _is_address(url):
        raise UsageError(
            template("PODIUM_JUDGE_URL is not an address that can be asked"),
            template("it begins with http:// or https://, and has no name, password, ? or # in it"),
        )
    if len(model) > NAME_MAX or not model.isprintable():
        raise UsageError(template("PODIUM_JUDGE_MODEL is not a model's name"))
    if not (key.isascii() and key.isprintable()):
        raise UsageError(template("PODIUM_JUDGE_KEY holds characters that no key has"))
    if find_spec("httpx") is None:
        raise MachineError(
            template("the judge needs httpx"), template("install it with: pip install 'podium-simulator[judge]'")
        )
    return JudgeSettings(url.rstrip("/").removesuffix(PATH) + PATH, model, key)


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        is_there = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    plain = url.isprintable() and " " not in url and not parts.query and not parts.fragment
    return plain and is_there and parts.scheme in ("http", "https") and parts.username is None
