"""What can be read at any time and changes nothing: help, the dossier, headlines, trust and heat."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from simulator.commands.plain import desk, table
from simulator.commands.plain.limit import Limit
from simulator.commands.plain.public import public
from simulator.commands.plain.words import LETTERS, LETTERS_OF_EXAM, grading, keys
from simulator.exercise.exercise import Exercise
from simulator.language.catalogue import Catalogue, template
from simulator.scenario.scenes import Ending, Inject
from simulator.session.view import Desk, Headline, View, view
from simulator.session.view import desk as on_the_desk
from simulator.tui.widgets.public_now import public_now


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is typed: the prompt in the player's language, the keys, and what has been told here."""

    prompt: str
    keys: Mapping[str, str]
    told: tuple[str, ...]
    limit: Limit | None = None
    looking_back: bool = False
    """Whether what is on the table has not been told yet."""


class Reading:
    """The pages of a session, by their letters."""

    def __init__(self, exercise: Exercise, catalogue: Catalogue) -> None:
        self._exercise = exercise
        self._catalogue = catalogue

    def page(self, letter: str, place: Place) -> Iterable[str] | None:
        """A page as it stands now; None if the letter names none."""
        pages: Mapping[str, Callable[[], Iterable[str]]] = {
            "?": lambda: self._keys(place),
            "h": lambda: (*self._keys(place), *grading(self._catalogue)),
            "d": lambda: desk.dossier(self._desk, self._catalogue),
            "k": lambda: desk.messages(self._desk, self._catalogue),
            "n": lambda: table.headlines(self._told_headlines(place), self._catalogue),
            "s": lambda: self._standing(place),
            **({"p": self._public} if self._exercise.rules.figures else {}),
            "r": lambda: place.told,
        }
        found = pages.get(letter)
        return found() if found else None

    def _keys(self, place: Place) -> Iterator[str]:
        letters = LETTERS if self._exercise.rules.figures else LETTERS_OF_EXAM
        return keys({**place.keys, **letters}, len(self._table.offers), self._catalogue)

    def _told_headlines(self, place: Place) -> Sequence[Headline]:
        now = self._table
        to_come = place.looking_back and isinstance(now.scene, Inject | Ending) and now.scene.headline
        return now.headlines[:-1] if to_come else now.headlines

    def _standing(self, place: Place) -> Iterator[str]:
        yield ""
        yield self._catalogue.say(template("Time in the story: {time}."), time=self._table.time)
        yield from table.standing(self._table, self._exercise.rules, self._catalogue)
        if place.limit is not None and (left := place.limit.left()):
            yield left

    def _public(self) -> Iterator[str]:
        return public(public_now(self._exercise.scenario, self._exercise.state), self._catalogue)

    @property
    def _table(self) -> View:
        return view(self._exercise.scenario, self._exercise.state)

    @property
    def _desk(self) -> Desk:
        return on_the_desk(self._exercise.scenario, self._exercise.state)
