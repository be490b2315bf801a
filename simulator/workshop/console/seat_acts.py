"""What the facilitator does to seats: hints, news, questions, time, removal, the hot seat, and verdicts on answers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from simulator.language.catalogue import template
from simulator.language.words import FLAG_NAMES, SKILL_NAMES
from simulator.reports.after_action.rating import MARKS, NOTE_MOST
from simulator.reports.after_action.words import MARK_NAMES
from simulator.scenario.rubric import RED_FLAGS, SKILLS, Level, RedFlag, Skill
from simulator.scenario.verdict import REASON_MOST
from simulator.workshop.console.acts import RoomActs
from simulator.workshop.console.drawing import one_line
from simulator.workshop.console.form import Choosing, Field, Values, Writing, refused
from simulator.workshop.console.tabs.injects import InStore
from simulator.workshop.followed import GivenAnswer
from simulator.workshop.room.events import (
    HEADLINE_MOST,
    NAME_MOST,
    QUESTION_MOST,
    TEXT_MOST,
    Asked,
    Extended,
    Hinted,
    Injected,
    RatingsShown,
    SeatRemoved,
    SeatRestored,
    SpeakerChosen,
)
from simulator.workshop.room.state import Seat

TO = "to"
SECONDS = (30, 60, 120, 300)
SKILLS_MOST = 5


class SeatActs(RoomActs):
    """All of them go to the seats that are chosen, to the marked one, or to everybody."""

    chosen: frozenset[str] = frozenset()
    """The seats that are ticked."""

    @property
    def marked_seat(self) -> Seat | None:
        """The seat whose row is marked, where rows are seats; None elsewhere."""
        return None

    def label_of_marked(self) -> str:
        """How the marked seat may be called here."""
        return self.marked_seat.name if self.marked_seat else ""

    def tables_meant(self) -> tuple[str, ...]:
        seats = (self.state.seats[one] for one in sorted(self.chosen) if one in self.state.seats)
        return tuple(dict.fromkeys(seat.table for seat in seats if seat.table))

    def _whom(self, *, marked_first: bool = False) -> Choosing:
        """The chip that says to whom it goes."""
        names: dict[str, str] = {}
        if self.chosen:
            names["chosen"] = self.podium.catalogue.count("the marked seat", "the {n} marked seats", len(self.chosen))
        if self.marked_seat is not None:
            names["marked"] = one_line(self.label_of_marked())
        wanted = "chosen" if self.chosen else "marked" if marked_first and self.marked_seat else ""
        return Choosing(TO, self.say(template("To")), self.say(template("everybody")), names, wanted)

    def _whom_alone(self, seat: Seat) -> Choosing:
        """The same chip for a word to one seat."""
        return Choosing(
            TO, self.say(template("To")), self.say(template("everybody")), {"marked": one_line(seat.name)}, "marked"
        )

    def _seats(self) -> Mapping[str, tuple[Seat, ...]]:
        """Whom the chip's values mean, as of now: what comes in while a form is written does not change it."""
        seats = tuple(seat for id_, seat in self.state.seats.items() if id_ in self.chosen)
        return {"chosen": seats, "marked": (self.marked_seat,) if self.marked_seat else (), "": ()}

    def _owners(self, seats: tuple[Seat, ...]) -> tuple[str, ...]:
        owners = (self.state.owner(seat) for seat in seats if not seat.observer)
        found = tuple(dict.fromkeys(owner for owner in owners if owner))
        if seats and not found:
            raise refused(template("Nobody who plays is marked."))
        return found

    async def action_hint(self) -> None:
        await self.hint_to(self._seats(), self._whom(marked_first=True))

    async def hint_to(self, seats: Mapping[str, tuple[Seat, ...]], whom: Choosing) -> None:
        """A word to some seats, or to everybody."""

        def send(values: Values) -> object:
            to = tuple(seat.id for seat in seats[values[TO]])
            return self.desk.room.say(Hinted(text=values["text"].strip(), to=to))

        fields: list[Field] = [whom, Writing("text", template("Hint"), TEXT_MOST, long=True)]
        await self.open_form("hint", self.say(template("A hint")), fields, send)

    async def action_extend(self) -> None:
        """More time for the question on the table."""
        seats = self._seats()
        names = {str(one): self.podium.catalogue.count("{n} second", "{n} seconds", one) for one in SECONDS}
        more = Choosing("seconds", self.say(template("More time")), names["60"], names)

        def send(values: Values) -> object:
            seconds = int(values["seconds"] or 60)
            return self.desk.room.say(Extended(seconds=seconds, to=self._owners(seats[values[TO]])))

        await self.open_form(
            "extend", self.say(template("More time for the present question")), [self._whom(), more], send
        )

    async def action_write_inject(self) -> None:
        await self.bring_in(None)

    async def bring_in(self, one: InStore | None) -> None:
        """Bring news in: what is in store, rewritten if need be, or something of one's own."""
        seats, scene = self._seats(), one.scene if one else ""
        fields: list[Field] = [
            self._whom(),
            Writing("headline", template("Headline"), HEADLINE_MOST, needed=False, value=one.headline if one else ""),
            Writing("source", template("From whom"), NAME_MOST * 2, needed=False, value=one.source if one else ""),
            Writing("text", template("What happens"), TEXT_MOST, long=True, value=one.text if one else ""),
        ]

        def send(values: Values) -> object:
            written = {key: values[key].strip() for key in ("text", "headline", "source")}
            to = self._owners(seats[values[TO]])
            return self.desk.room.say(Injected.model_validate({**written, "scene": scene, "to": to}))

        name = f"inject/{one.key}" if one else "inject"
        await self.open_form(name, self.say(template("News for the room")), fields, send)

    async def action_ask(self) -> None:
        """As the first of the journalists, or as whoever is chosen in the form."""
        await self.ask_in_name("")

    async def ask_in_name(self, journalist: str) -> None:
        """Take over a journalist and ask."""
        scenario, say = self.scenario, self.say
        if scenario is None:
            self.podium.tell(say(template("The scenario is still being read.")))
            return
        seats = self._seats()
        first, *others = scenario.cast.journalists
        chosen = scenario.journalist_by_id.get(journalist, first)
        names = {one.id: one_line(one.name) for one in (first, *others) if one is not chosen}
        who = Choosing("journalist", say(template("As")), one_line(chosen.name), names)
        usual = frozenset(scenario.skills[:3])
        skills = [
            Choosing(
                f"skill-{skill}",
                say(SKILL_NAMES[skill]),
                "–",
                {"yes": say(SKILL_NAMES[skill])},
                "yes" * (skill in usual),
            )
            for skill in SKILLS
        ]

        def send(values: Values) -> object:
            graded = tuple(skill for skill in SKILLS if values[f"skill-{skill}"])
            if not 1 <= len(graded) <= SKILLS_MOST:
                raise refused(template("Choose one to {most} skills to grade the answer on."), most=SKILLS_MOST)
            name, to = values["journalist"] or chosen.id, self._owners(seats[values[TO]])
            return self.desk.room.say(Asked(journalist=name, text=values["text"].strip(), skills=graded, to=to))

        text = Writing("text", template("Question"), QUESTION_MOST, long=True)
        title = say(template("A question of your own"))
        await self.open_form(f"ask/{journalist}", title, [self._whom(), who, *skills, text], send)

    async def action_remove(self) -> None:
        await self._remove_or_restore(removed=True)

    async def action_restore(self) -> None:
        await self._remove_or_restore(removed=False)

    async def _remove_or_restore(self, *, removed: bool) -> None:
        seat = self.marked_seat
        if seat is None:
            return
        make = partial(_removal, seat.id, removed=removed)
        question = template("Remove {name} from the room?") if removed else template("Let {name} in again?")
        out = template("Whoever sits there is let out, and the link is void. The session is kept; you can restore it.")
        back = template("The session goes on where it was. They come in again with name and PIN.")
        yes = template("Remove") if removed else template("Let in")
        await self.ask_first(question, out if removed else back, yes, make, one_line(seat.name))

    async def action_choose_speaker(self) -> None:
        seat = self.marked_seat
        if seat is not None:
            await self.say_if(lambda _: SpeakerChosen(seat=seat.id))

    async def show_ratings(self, session: str, answer: int) -> None:
        """Show the hall how close it is to the grader, at an answer."""
        await self.say_if(lambda _: RatingsShown(session=session, answer=answer))

    async def give_verdict(self, session: str, given: GivenAnswer, title: str) -> None:
        """Put a person's levels and flags before the grader's, with the reason."""
        say, counts = self.say, given.counts
        fields: list[Field] = [
            Choosing(
                f"skill-{skill}",
                say(SKILL_NAMES[skill]),
                str(level),
                {str(n): f"{say(SKILL_NAMES[skill])}: {n}" for n in range(5)},
            )
            for skill, level in counts.levels.items()
        ]
        for flag in RED_FLAGS:
            name, raised = say(FLAG_NAMES[flag]), flag in counts.flags
            other = {"no": f"− {name}"} if raised else {"yes": f"⚑ {name}"}
            fields.append(Choosing(f"flag-{flag}", name, "⚑" if raised else "–", other))
        fields.append(Writing("reason", template("Reason"), REASON_MOST, long=True))

        def send(values: Values) -> object:
            levels, flags = _decided(values, counts.levels, counts.flags)
            if not levels and flags is None:
                raise refused(template("Nothing has been changed yet."))
            self.desk.verdict(session, given.number, levels, flags, values["reason"].strip())
            return None

        heading = say(template("Your verdict on answer {number} of {name}"), number=given.number, name=title)
        await self.open_form(f"verdict/{session}/{given.number}", heading, fields, send)

    async def give_rating(self, session: str, objective: int, text: str, by: str) -> None:
        """Rate an objective of a session, with a note."""
        names: dict[str, str] = {mark: f"{mark} {self.say(MARK_NAMES[mark])}" for mark in MARKS}
        fields: list[Field] = [
            Choosing("mark", self.say(template("Mark")), "–", names),
            Writing("note", template("What was seen"), NOTE_MOST, long=True, needed=False),
        ]

        def send(values: Values) -> object:
            mark = next((one for one in MARKS if one == values["mark"]), None)
            if mark is None:
                raise refused(template("Choose a mark: P, S, M or U."))
            self.desk.rate(session, objective, mark, values["note"].strip(), by)
            self.app.call_from_thread(self.read_ratings)
            return None

        await self.open_form(f"rate/{session}/{objective}", f"{objective}. {one_line(text)}", fields, send)

    def read_ratings(self) -> object:
        """Read the ratings of the session that is shown."""
        return None


def _removal(seat: str, state: object, *, removed: bool) -> SeatRemoved | SeatRestored:
    return SeatRemoved(seat=seat) if removed else SeatRestored(seat=seat)


def _decided(
    values: Values, levels: Mapping[Skill, Level], flags: tuple[RedFlag, ...]
) -> tuple[dict[Skill, Level], tuple[RedFlag, ...] | None]:
    """The levels that were changed, and all flags; None for flags that stay as they are."""
    changed = {skill: int(values[f"skill-{skill}"]) for skill in levels if values[f"skill-{skill}"]}
    raised = {
        flag for flag in RED_FLAGS if values[f"flag-{flag}"] == "yes" or (flag in flags and not values[f"flag-{flag}"])
    }
    wanted = tuple(flag for flag in RED_FLAGS if flag in raised)
    return {skill: level for skill, level in changed.items() if level != levels[skill]}, wanted if raised != set(
        flags
    ) else None
