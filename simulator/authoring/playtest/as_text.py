"""A playtest's report as text of at most 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from simulator.authoring.playtest.calibration import Suggestion
from simulator.authoring.playtest.coverage import KINDS, Place, coverage, places
from simulator.authoring.playtest.failures import told
from simulator.authoring.playtest.personas import Persona
from simulator.authoring.playtest.playtest import Outcomes, Playtest
from simulator.authoring.playtest.plots import median, plot
from simulator.authoring.playtest.words import FIGURE_NAMES, KIND_PLURALS, PERSONA_NAMES
from simulator.language.catalogue import Catalogue, template
from simulator.loading.unseen import visible
from simulator.scenario.scenes import Ending

WIDTH = 80

TITLE_MAX = 36
"""Characters of an ending's title or headline."""

TIED = "\N{NO-BREAK SPACE}"
"""Keeps a name and its figure on one line."""


def as_text(playtest: Playtest, calibrated: Sequence[Suggestion], catalogue: Catalogue) -> str:
    """The whole report; what needs attention comes last, where it is seen in a terminal."""
    return "\n".join(_Report(playtest, calibrated, catalogue).lines())


class _Report:
    def __init__(self, playtest: Playtest, calibrated: Sequence[Suggestion], catalogue: Catalogue) -> None:
        self._playtest, self._calibrated, self._catalogue = playtest, calibrated, catalogue
        self._say = catalogue.say
        self._places = places(playtest)
        self._names = {persona: self._say(PERSONA_NAMES[persona]) for persona in playtest.personas}
        self._ended = {persona: came for persona, came in playtest.personas.items() if came.runs}
        self._name_width = max(map(len, self._names.values())) + 2
        endings = (scene for scene in playtest.scenario.scenes if isinstance(scene, Ending))
        self._endings_called = {one.id: f"{one.id} “{_short(one.title or one.headline)}”" for one in endings}

    def lines(self) -> Iterator[str]:
        yield from self._hits()
        yield from self._endings()
        for figure in FIGURE_NAMES:
            yield from self._figures(figure)
        yield from self._calibration()
        yield from self._failures()
        yield from self._never()
        yield from self._summary()

    def _hits(self) -> Iterator[str]:
        yield self._say(template("How often the runs came to each scene and chose each answer:"))
        yield ""
        for scene in self._playtest.scenario.scenes:
            here = [place for place in self._places if place.scene == scene.id]
            counts = ", ".join(f"{place.choice}{TIED}{place.hits}" for place in here[1:])
            yield from _wrapped(f"{self._called(scene.id)} {here[0].hits}" + (f": {counts}" if counts else ""))
        yield ""

    def _endings(self) -> Iterator[str]:
        yield self._say(template("Which bots come to which endings, in percent of their runs:"))
        yield ""
        for persona, came in self._ended.items():
            shares = ", ".join(
                f"{self._called(ending)}{TIED}{_share(times, came)}" for ending, times in came.endings.most_common()
            )
            yield from _wrapped(self._named(persona) + shares, indent=self._name_width + 2)
        yield ""

    def _figures(self, figure: str) -> Iterator[str]:
        told_as = self._say(FIGURE_NAMES[figure])
        yield self._say(template("{figure}, from 0 to 100 (least, median, most):"), figure=told_as)
        yield ""
        for persona, came in self._ended.items():
            counted = getattr(came, figure)
            spread = "".join(f"{one:5}" for one in (min(counted), median(counted), max(counted)))
            yield f"  {self._named(persona)}│{plot(counted)}│{spread}"
        yield ""

    def _calibration(self) -> Iterator[str]:
        for one in self._calibrated:
            yield f"score >= {one.threshold}"
            passes = ", ".join(f"{self._names[bot]} {rate}{TIED}%" for bot, rate in one.passes.items())
            by = self._say(template("nearest to what is wanted of the bot “{bot}”"), bot=self._names[one.persona])
            yield from _wrapped(f"{by}; " + self._say(template("it lets pass: {passes}"), passes=passes))
        if self._calibrated:
            yield ""

    def _failures(self) -> Iterator[str]:
        for failure in self._playtest.failures:
            who = self._names[failure.persona]
            message = template("failed: bot “{bot}”, seed {seed}: {why}")
            line = self._say(message, bot=who, seed=failure.seed, why=told(failure, self._catalogue))
            yield from _wrapped(line, indent=2, first=0)
        if self._playtest.failed:
            yield self._say(template("runs that failed, of all bots and seeds: {failed}"), failed=self._playtest.failed)
            yield ""

    def _never(self) -> Iterator[str]:
        never = [place for place in self._places if not place.hits]
        if not never:
            return
        yield self._say(template("Never come to:"))
        yield ""
        for kind in KINDS:
            names = [self._name(place) for place in never if place.kind == kind]
            if names:
                yield from _wrapped(f"{self._say(KIND_PLURALS[kind])}: {', '.join(names)}")
        yield ""

    def _summary(self) -> Iterator[str]:
        told_as = template("{scenario}: {runs} runs from seed {seed}, {failed} failed; coverage {coverage} %")
        test = self._playtest
        params = {"runs": test.runs, "seed": test.seed, "failed": test.failed, "coverage": coverage(self._places)}
        yield self._say(told_as, scenario=test.scenario.id, **params)
        yield "  " + ", ".join(self._of_kinds())

    def _of_kinds(self) -> Iterator[str]:
        for kind in KINDS:
            of = [place.hits > 0 for place in self._places if place.kind == kind]
            if of:
                yield f"{self._say(KIND_PLURALS[kind])} {sum(of)}/{len(of)}"

    def _called(self, scene: str) -> str:
        """A scene by its id, an ending by its title or its headline too."""
        return self._endings_called.get(scene, scene)

    def _name(self, place: Place) -> str:
        return f"{place.scene}.{place.choice}" if place.choice else self._called(place.scene)

    def _named(self, persona: Persona) -> str:
        return self._names[persona].ljust(self._name_width)


def _share(times: int, came: Outcomes) -> str:
    """In percent; never 0 for what did happen."""
    share = round(100 * times / came.runs)
    return str(share) if share else "<1"


def _short(text: str) -> str:
    """A title on part of a line, its words kept together with what counts it."""
    return visible(textwrap.shorten(text, TITLE_MAX, placeholder="…"))


def _wrapped(text: str, indent: int = 6, first: int = 2) -> Iterable[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=" " * first,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
