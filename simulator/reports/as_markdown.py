"""The debrief as Markdown: for a wiki, a mail or a repository. The letters of the marks stand in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from simulator.language.asked import BROUGHT, why_asked
from simulator.language.catalogue import Catalogue, template
from simulator.language.words import FLAG_NAMES, MODE_NAMES, OUTCOME_NAMES, SKILL_NAMES
from simulator.reports.debrief import AnsweredQuestion, Debrief
from simulator.reports.following_text import practise_lines, public_table, word_kept_lines
from simulator.reports.front_page_markdown import front_page_lines
from simulator.reports.markdown import escaped, heading, items, quoted, table
from simulator.reports.self_told_text import confidence_lines, discipline_lines, opening_lines
from simulator.reports.summary import figure, summary
from simulator.reports.told_line import LineTold, Reason, told_line
from simulator.reports.verdict_text import verdict_lines
from simulator.reports.withheld import WHY


def as_markdown(debrief: Debrief, catalogue: Catalogue, when: str = "") -> str:
    """The whole debrief; `when` is the session's day as it is written for people."""
    return "\n".join(_lines(debrief, catalogue, when)).rstrip("\n") + "\n"


def _lines(debrief: Debrief, catalogue: Catalogue, when: str) -> Iterator[str]:
    say = catalogue.say
    yield from heading(f"{say(template('Debrief'))}: {debrief.title}", 1)
    about = filter(None, (say(MODE_NAMES[debrief.mode]), when, debrief.learner))
    yield from (escaped(" · ".join(about)), "")
    yield from (escaped(say(template("Role: {role}"), role=debrief.role)), "")
    yield from _ending(debrief, catalogue)
    if debrief.withheld:
        yield from (escaped(say(WHY)), "")
    else:
        yield from (escaped(" ".join(summary(debrief, catalogue))), "")
        yield from _figures(debrief, catalogue)
    if debrief.questions:
        yield from heading(say(template("Question by question")), 2)
    for number, question in enumerate(debrief.questions, 1):
        yield from _question(number, question, catalogue, graded=not debrief.withheld)
    yield from _what_follows(debrief, catalogue)


def _ending(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    if debrief.ending is None:
        yield from (escaped(say(template("This session has not ended yet."))), "")
        return
    outcome = escaped(say(OUTCOME_NAMES[debrief.ending.outcome]))
    yield from (f"**{outcome}**: {escaped(debrief.ending.headline)}", "")
    yield from (escaped(debrief.ending.text), "")
    yield from (escaped(say(template("Lesson: {lesson}"), lesson=debrief.ending.lesson)), "")


def _figures(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    if not debrief.skills:
        return
    figures = template("Overall grade {overall} of 100. Public trust {trust}, media heat {heat} (illustrative).")
    yield from (escaped(say(figures, overall=debrief.overall, trust=debrief.trust, heat=debrief.heat)), "")
    yield from heading(say(template("Skills over the session")), 2)
    columns = map(say, (template("Skill"), template("Mean"), template("Answer by answer")))
    rows = (
        (say(SKILL_NAMES[one.skill]), figure(one.mean, catalogue), ", ".join(map(str, one.levels)))
        for one in debrief.skills
    )
    yield from table(tuple(columns), rows)
    yield from items(f"⚑ {escaped(say(FLAG_NAMES[flag]))} × {count}" for flag, count in debrief.flags)
    for tell in (confidence_lines, discipline_lines, opening_lines):
        yield from _section(tell(debrief, catalogue))


def _section(lines: Iterable[str], level: int = 2) -> Iterator[str]:
    """A heading and what stands below it; nothing where there is no heading."""
    first, *rest = [*lines] or [""]
    if first:
        yield from heading(first, level)
        yield from items(map(escaped, rest))


def _question(number: int, question: AnsweredQuestion, catalogue: Catalogue, *, graded: bool) -> Iterator[str]:
    say = catalogue.say
    yield from heading(f"{number}. {question.title}", 3)
    if question.why:
        yield from (escaped(why_asked(question.why, catalogue)), "")
    asker = f"{question.time} {question.journalist} ({question.outlet}): {question.question}"
    yield from (escaped(asker), "")
    title = say(template("You kept silent") if question.silent else template("Your answer"))
    told = told_line(question.given, catalogue, question.counted)
    if not graded:
        yield from (f"**{escaped(title)}**", "")
        yield from quoted(question.given.text)
        return
    yield from _graded(title, told, catalogue)
    verdict = [escaped(line) for line in verdict_lines(question, catalogue)]
    yield from items(verdict)
    trust, heat = question.trust, question.heat
    effect = f"{say(template('Trust'))} {trust[0]} → {trust[1]}, {say(template('Heat'))} {heat[0]} → {heat[1]}"
    yield from (escaped(effect), "")
    if not question.lines:
        return
    if question.best.given:
        yield from (f"**{escaped(say(template('This was the best of the prepared lines.')))}**", "")
    else:
        yield from _graded(say(template("The best line")), told_line(question.best, catalogue), catalogue)


def _graded(title: str, told: LineTold, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    yield from (f"**{escaped(title)}** ({told.overall}/100)", "")
    yield from quoted("".join(one.text + "".join(f"[{letter}]" for letter in one.letters) for one in told.stretches))
    if told.caution:
        yield from (escaped(told.caution), "")
    for flag in told.flags:
        if flag.stands:
            yield from _reasons(f"⚑ **{escaped(flag.name)}**", flag.reasons, say(template("Instead:")))
    for skill in told.skills:
        name = f"**{escaped(skill.name)}** {skill.level} {escaped(skill.level_name)}"
        yield from _reasons(name, skill.reasons, say(template("To go higher:")))
    yield ""
    if told.note:
        yield from (f"**{escaped(say(template('Mentor:')))}** {escaped(told.note)}", "")


def _reasons(name: str, reasons: Iterable[Reason], advice: str) -> Iterator[str]:
    told = []
    for reason in reasons:
        letter = escaped(f"[{reason.letter}] ") + " " if reason.letter else ""
        better = f" *{escaped(advice)}* {escaped(reason.better)}" if reason.better else ""
        told.append(f"{letter}{escaped(reason.because)}{better}")
    yield f"- {name}: {' '.join(told)}" if told else f"- {name}"


def _what_follows(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    yield from _section(word_kept_lines(debrief, catalogue))
    if debrief.public:
        yield from heading(say(template("How the public took it (illustrative)")), 2)
        yield from table(*public_table(debrief.public, catalogue))
    yield from _path(debrief, catalogue)
    if debrief.front_page:
        yield from front_page_lines(debrief.front_page, catalogue, 2)
    yield from _section(practise_lines(debrief, catalogue))


def _path(debrief: Debrief, catalogue: Catalogue) -> Iterator[str]:
    say = catalogue.say
    if debrief.path:
        yield from heading(say(template("The path taken, and not taken")), 2)
    for step in debrief.path:
        brought = f" *{escaped(why_asked(step.why, catalogue))}*" if step.why == BROUGHT else ""
        yield f"- {escaped(step.time)} **{escaped(step.title)}**: {escaped(step.taken)}{brought}"
        yield from (f"  - {escaped(text)}" for text in step.not_taken)
    yield ""
    if debrief.endings_missed:
        yield from heading(say(template("Endings not reached")), 3)
        yield from items(escaped(ending.headline) for ending in debrief.endings_missed)
