"""What an author may choose of a new scenario, and what of it cannot be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from simulator.errors import UsageError
from simulator.language.catalogue import template
from simulator.language.folding import folded
from simulator.loading.unseen import UNSEEN_IN_TEXT, visible
from simulator.scenario.model import Language, Module
from simulator.scenario.text import LABEL_MAX

ID_MAX = 80
_ID = re.compile(rf"[a-z][a-z0-9-]{{0,{ID_MAX - 1}}}")
_SHOWN = 100

TITLES: Mapping[Language, str] = {
    "vi": "Chợ phiên hoãn, giấy báo đến muộn",
    "en": "The market is off, and nobody was told",
}
AUTHORS: Mapping[Language, str] = {"vi": "Tác giả kịch bản", "en": "The author"}


@dataclass(frozen=True, slots=True)
class Wishes:
    """A new scenario as its author wants it. Raises UsageError for what cannot be."""

    id: str
    language: Language
    module: Module
    title: str
    author: str

    def __post_init__(self) -> None:
        checked_id(self.id)
        checked_label(self.title)
        checked_label(self.author)


def checked_id(id_: str) -> str:
    """The id, if a scenario can have it. Raises UsageError, with one that it could have if there is any."""
    if _ID.fullmatch(id_):
        return id_
    near = id_like(id_)
    hint = template("for example `{near}`") if near else ""
    raise UsageError(
        template("`{id}` cannot be an id: lower-case letters a-z, digits and hyphens, a letter first, at most {most}"),
        hint,
        id=_shown(id_),
        near=near,
        most=ID_MAX,
    )


def id_like(text: str) -> str:
    """The id nearest to a text: `Cháy chợ Bản Pản` is `chay-cho-ban-pan`. Empty if nothing is left of it."""
    bare = re.sub(r"[^a-z0-9]+", "-", folded(text)).strip("-")
    return re.sub(r"^[^a-z]+", "", bare)[:ID_MAX].rstrip("-")


def checked_label(text: str) -> str:
    """A title or a name, composed and without space around it. Raises UsageError if it is none."""
    label = unicodedata.normalize("NFC", text).strip()
    if not label or len(label) > LABEL_MAX or "\n" in label or UNSEEN_IN_TEXT.search(label):
        raise UsageError(
            template("`{label}` cannot be a title or a name: one line, not blank, at most {most} characters"),
            label=_shown(text),
            most=LABEL_MAX,
        )
    return label


def _shown(text: str) -> str:
    return visible(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")
