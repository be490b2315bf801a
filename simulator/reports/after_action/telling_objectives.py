"""Objectives told: observers' ratings, which of them count as what, and the answers that hold one at M."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from simulator.language.catalogue import Catalogue, template
from simulator.language.words import FLAG_NAMES, SKILL_NAMES
from simulator.reports.after_action.blocks import Block, Heading, Paragraph, Table, Text, Words
from simulator.reports.after_action.rating import MARKS
from simulator.reports.after_action.telling_sessions import session_column
from simulator.reports.after_action.value import AfterAction, Exercised, Harm, Objective, Rated
from simulator.reports.after_action.words import MARK_MEANINGS, MARK_NAMES
from simulator.reports.reasons import sentence_of

NOT_RATED = template("not rated yet")

BY_PEOPLE = template(
    "Ratings are given by people who watched, never computed from grades. An answer that did harm or broke the law"
    " holds the objective it concerns at M at best."
)


@dataclass(frozen=True, slots=True)
class Objectives:
    """The objectives of one scenario as they were rated."""

    report: AfterAction
    part: Exercised
    catalogue: Catalogue

    def blocks(self) -> Iterator[Block]:
        say = self.catalogue.say
        yield Heading(3, say(template("Evaluation by objective")))
        yield Paragraph(say(BY_PEOPLE))
        yield self._objectives()
        if any(one.ratings for one in self.part.objectives):
            yield self._ratings()
        yield self._key()
        if self._harms:
            yield self._harmful()

    def _objectives(self) -> Table:
        say = self.catalogue.say
        columns = (say(template("No.")), say(template("Objective")), say(template("Rating")))
        rows: Sequence[Sequence[Text]] = [
            (str(one.number), Words(one.text, self.part.language), self._marks(one)) for one in self.part.objectives
        ]
        return Table(say(template("Objectives and their ratings")), columns, rows, (1, 8, 3))

    def _marks(self, objective: Objective) -> str:
        """The marks that count: one where all agree, else how often each was given."""
        counted = Counter(one.counts for one in objective.ratings)
        if not counted:
            return self.catalogue.say(NOT_RATED)
        if len(counted) == 1:
            mark = next(iter(counted))
            return f"{mark}: {self.catalogue.say(MARK_NAMES[mark])}"
        return ", ".join(f"{mark} × {counted[mark]}" for mark in MARKS if mark in counted)

    def _ratings(self) -> Table:
        say = self.catalogue.say
        names = self.report.names_sessions
        columns = [say(template("Objective")), *session_column(self.report, self.catalogue), say(template("Observer"))]
        columns += [say(template("Rated")), say(template("Counts as")), say(template("Observation and explanation"))]
        rows = [
            (
                str(objective.number),
                *((str(one.session),) if names else ()),
                one.rating.by,
                one.rating.mark,
                one.counts,
                self._explained(one),
            )
            for objective in self.part.objectives
            for one in objective.ratings
        ]
        widths = (3, *((3,) if names else ()), 4, 3, 3, 9)
        return Table(say(template("Observers' ratings")), columns, rows, widths)

    def _explained(self, one: Rated) -> Text:
        """The observer's note, the answers it is about, and what held the rating at M."""
        say = self.catalogue.say
        lines = [one.rating.note] if one.rating.note else []
        if one.rating.answers:
            lines.append(say(template("Watched in answers: {answers}"), answers=_numbers(one.rating.answers)))
        if one.capped_by:
            held = _numbers(harm.answer for harm in one.capped_by)
            lines.append(say(template("Held at M by harmful answers: {answers}"), answers=held))
        return "\n".join(lines)

    @property
    def _harms(self) -> tuple[Harm, ...]:
        """The answers that hold a rating at M, each once."""
        held = (harm for one in self.part.objectives for rating in one.ratings for harm in rating.capped_by)
        return tuple(sorted(dict.fromkeys(held), key=lambda harm: (harm.session, harm.answer)))

    def _harmful(self) -> Table:
        say = self.catalogue.say
        columns = [
            *session_column(self.report, self.catalogue),
            say(template("Answer")),
            say(template("Words")),
            say(template("Harm")),
        ]
        rows = [tuple(self._harm(harm)) for harm in self._harms]
        widths = (*((3,) if self.report.names_sessions else ()), 5, 7, 7)
        return Table(say(template("Harmful or unlawful answers that hold ratings at M")), columns, rows, widths)

    def _harm(self, harm: Harm) -> Iterator[Text]:
        say, language = self.catalogue.say, self.part.language
        if self.report.names_sessions:
            yield str(harm.session)
        yield Words(f"{harm.answer}. {harm.title}", language)
        yield say(template("(silence)")) if harm.silent else Words(f"“{harm.words}”", language)
        wrong = [say(FLAG_NAMES[flag]) for flag in harm.flags]
        wrong += [say(template("{skill}: level 0"), skill=say(SKILL_NAMES[skill])) for skill in harm.skills]
        if harm.by_verdict:
            wrong.append(say(template("by a person's verdict")))
        yield "; ".join(wrong)

    def _key(self) -> Table:
        say = self.catalogue.say
        rows = [(mark, sentence_of(f"{say(MARK_NAMES[mark])}: {say(MARK_MEANINGS[mark])}")) for mark in MARKS]
        return Table(say(template("Key to the ratings")), (), rows, (1, 12))


def _numbers(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))
