"""All texts of the pages and of the errors that browsers see, and which language somebody is told them in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from simulator.language.catalogue import Catalogue, Tongue, template
from simulator.language.words import LANGUAGE_NAMES
from simulator.workshop.serving.page_texts import PAGE_TEXTS

LINE_QUESTIONS: Mapping[str, str] = {name: PAGE_TEXTS[name] for name in ("join_code", "join_name", "join_pin")}
"""What is asked for by lines where there is no page."""

SLOW = template("Your connection is slow: some pictures were left out. The screen is drawn anew once it keeps up.")
CRASHED = template("Podium made a mistake and closed this place. Load the page again: nothing that you sent is lost.")
LEFT = template("You have left. Load the page again to come back.")
IDLE = template("Nobody was here for a while. Load the page again to go on where you were.")
REMOVED = template("The facilitator has removed this seat.")
MOVED = template("This place was given away anew. Join again.")
TOO_MANY = PAGE_TEXTS["join_too_many"]
TO_JOIN_PAGE = PAGE_TEXTS["link_rejoin"]
SUPERSEDED = PAGE_TEXTS["link_superseded"]
NO_PLACE = template("This place is not in the room (any more). Join again.")

_ERRORS: Mapping[int, str] = {
    400: template("The request cannot be understood."),
    403: template("This is not open to you."),
    404: template("There is no such page."),
    405: template("The page cannot be asked like this."),
    413: template("The request is too large."),
    429: template("Too many requests; wait a moment."),
}
_OTHERWISE = template("Podium could not answer. Try again in a moment.")


def page_words(catalogue: Catalogue) -> dict[str, str]:
    """Every text of the pages by its name; `{places}` in them are filled by the pages."""
    texts = {name: catalogue.say(text) for name, text in PAGE_TEXTS.items()}
    return {**texts, "other_language": LANGUAGE_NAMES[catalogue.other.tongue]}


def error_words(status: int, catalogue: Catalogue) -> str:
    """What went wrong, for an HTTP status."""
    return catalogue.say(_ERRORS.get(status, _OTHERWISE))


def tongue_of(asked: str | None, accepted: str | None, offered: Sequence[Tongue]) -> Tongue:
    """The language for somebody: what is asked for by `?lang=`, else what their browser likes best, else the room's."""
    for wish in (asked or "", *_by_liking(accepted or "")):
        for tongue in offered:
            if wish.lower().partition("-")[0] == tongue:
                return tongue
    return offered[0]


def _by_liking(accepted: str) -> list[str]:
    """The languages of an Accept-Language header, the dearest first, of equal ones Vietnamese."""
    liked = []
    for part in accepted[:1000].split(","):
        tag, _, quality = part.strip().partition(";q=")
        try:
            liked.append((-float(quality or 1), not tag.lower().startswith("vi"), tag))
        except ValueError:
            continue
    return [tag for quality, _, tag in sorted(liked) if quality < 0]
