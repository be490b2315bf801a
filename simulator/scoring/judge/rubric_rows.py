"""The rubric's rows, as raters have them, and a checklist of plain yes-or-no questions for each skill.

A checklist of atomic questions lifts the agreement of language models; a row alone is read too freely.
"""

from __future__ import annotations

from collections.abc import Mapping

from simulator.language.catalogue import template
from simulator.scenario.rubric import RedFlag, Skill

ROWS: Mapping[Skill, tuple[str, str, str, str, str]] = {
    "accuracy": (
        template("states as fact what contradicts the known facts, or invents a cause or a number"),
        template("no checkable fact at all"),
        template("a fact, but vague, unsourced or mixed with guesswork"),
        template("correct facts, separated from what is not known"),
        template(
            "correct, specific facts with their source or their time "
            '("as of 14:00, the commune health station counted 12")'
        ),
    ),
    "timeliness": (
        template("refuses any further information, or says people must wait with no end"),
        template("nothing about what comes next"),
        template('"we will inform later", no time and no channel'),
        template("a time or a channel for the next update"),
        template("what is known now, plus a concrete time and channel"),
    ),
    "empathy": (
        template("belittles or blames those affected"),
        template("no mention of people affected"),
        template("formulaic mention"),
        template("sincere and about these people"),
        template("specific to their situation, comes early, tied to help they can use"),
    ),
    "accountability": (
        template("shifts blame, denies a known duty"),
        template("says nothing of what is done or by whom"),
        template('generic action ("we are dealing with it")'),
        template("a concrete action and who does it"),
        template("concrete actions, owner and deadline, owns what is the speaker's to own, invites checking"),
    ),
    "transparency": (
        template('hides or denies what must be public; "no comment" with nothing else'),
        template("dodges the question"),
        template('answers a part, or says "not known" with no reason'),
        template("answers what was asked; names what is unknown or cannot be said"),
        template("answers first, then says what is unknown or withheld, why, and how or when it will be known"),
    ),
    "clarity": (
        template("confusing, contradicts itself"),
        template("jargon, rambling or off message"),
        template("message there but buried"),
        template("plain, short, one clear message"),
        template("plain, quotable, the key message first; comes back to it under pressure"),
    ),
    "rebuttal": (
        template("repeats or spreads the false claim, or answers it with a falsehood"),
        template("ignores a claim that needs an answer"),
        template('"that is wrong", no evidence'),
        template("fact first, then says what is wrong and shows evidence"),
        template(
            "fact first, warning before the claim, why it misleads, evidence anyone can check, fact again; "
            "attacks no one"
        ),
    ),
    "respect": (
        template("stigmatises a group, insults or threatens the asker or critics"),
        template("cold or bureaucratic about people's rights"),
        template("neutral"),
        template("names rights or dignity, treats the asker and critics as legitimate"),
        template('the same, and concrete: language used, who was heard, how to complain or check, no "us and them"'),
    ),
    "mandate": (
        template(
            "reveals personal, operational or secret matter, or speaks for another authority, "
            "or inflames a border matter"
        ),
        template("strays outside the role with no anchor"),
        template("stays inside but simply refuses"),
        template("says what is in the role, and who is competent for the rest"),
        template("the same with legal basis or procedure, calm wording, and how the asker reaches the competent body"),
    ),
}
"""What each level means, from 0 harmful to 4 exemplary; screens that show a row look it up in the catalogue."""

FLAGS: Mapping[RedFlag, str] = {
    "no_comment": "declines and gives neither a reason nor anything else",
    "speculation": "asserts or strongly hints at a cause, culprit, number or outcome that is not established",
    "blame": "puts the fault on victims, subordinates, contractors, other bodies or critics before it is established",
    "attack": "insults, threatens or labels the journalist, the outlet or critics",
    "false_reassurance": 'gives an absolute guarantee ("completely safe", "will never happen again")',
    "disclosure": "reveals personal data, operational or secret details, or material marked restricted",
    "amplification": "restates the rumour in its own words or tells where to find it, before or without the fact",
    "stigma": "holds an ethnic, religious, national or local group up as suspect or backward",
    "non_answer": "does not address the question: off topic, slogans, strings of key words, "
    "the question echoed back, gibberish",
    "falsehood": "contradicts the known facts",
}
"""When each red flag is raised."""

CHECKS: Mapping[Skill, tuple[str, ...]] = {
    "accuracy": (
        "Does it state a fact that is in the dossier?",
        "Does it give that fact's source or time?",
        "Does it keep what is known apart from what is not?",
        "Does anything contradict the dossier, or invent a cause or a number?",
    ),
    "timeliness": (
        "Does it say what is known now?",
        "Does it give a concrete time of the next update?",
        "Does it give a concrete channel of the next update?",
        "Does it refuse further information?",
    ),
    "empathy": (
        "Does it mention the people affected?",
        "Is that specific to their situation, and early?",
        "Does it name help that they can use?",
        "Does it belittle or blame them?",
    ),
    "accountability": (
        "Does it name a concrete action?",
        "Does it say who acts, and by when?",
        "Does it own what is the speaker's to own, or invite checking?",
        "Does it shift blame or deny a known duty?",
    ),
    "transparency": (
        "Is the question that was asked answered, and first?",
        "Is what is unknown or withheld named as such?",
        "Is it said why, and how or when it will be known?",
        "Does it dodge, or refuse with nothing else?",
    ),
    "clarity": (
        "Is there one message, in plain and short sentences?",
        "Does that message come first?",
        "Could it be quoted as it stands?",
        "Is it jargon, rambling, or in contradiction with itself?",
    ),
    "rebuttal": (
        "Does the fact come before the false claim?",
        "Is the claim plainly called wrong, and why it misleads?",
        "Is there evidence that anyone can check?",
        "Does it spread the claim, or attack those who believe it?",
    ),
    "respect": (
        "Are rights or dignity named?",
        "Are the asker and critics treated as legitimate?",
        "Is it concrete: language used, who was heard, how to complain or check?",
        "Does it hold a group up as suspect, insult or threaten?",
    ),
    "mandate": (
        "Does it stay within the role?",
        "Does it name who is competent for the rest, and how to reach them?",
        "Does it give the legal ground or the procedure?",
        "Does it reveal restricted matter, or speak for another authority?",
    ),
}
"""The questions that a judge answers for itself before it gives a level."""
