"""What a sentence of an answer does: the acts that grading is made of, each with what it says of a skill.

An act is what `heads` detects in a sentence. `because` is the reason a finding gives when the act is there, `wanting`
what an answer is told to add when it is not. The codebook that the training sentences were coded by is
`tests/grading/CODEBOOK.md`; its words are these.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.language.catalogue import template
from simulator.scenario.rubric import Skill


@dataclass(frozen=True, slots=True)
class Act:
    """One act. `for_` are the skills it earns a level in, `against` those it costs."""

    because: str
    for_: tuple[Skill, ...] = ()
    against: tuple[Skill, ...] = ()
    wanting: str = ""


ACTS: Mapping[str, Act] = {
    "fact": Act(
        template("a specific fact of this case"),
        for_=("accuracy", "rebuttal", "transparency", "clarity"),
        wanting=template("give the figures and times that are established"),
    ),
    "source": Act(
        template("names its source or the time it held"),
        for_=("accuracy",),
        wanting=template("say whose figure it is, and as of when"),
    ),
    "vague_fact": Act(template("speaks of the facts only vaguely"), against=("accuracy", "clarity")),
    "wrong_fact": Act(template("contradicts what is established"), against=("accuracy", "transparency", "rebuttal")),
    "guess": Act(template("asserts what is not established"), against=("accuracy", "rebuttal", "mandate")),
    "next_time": Act(
        template("says when more will be known"),
        for_=("timeliness", "transparency"),
        wanting=template("say at what time the next update comes"),
    ),
    "next_channel": Act(
        template("says where to hear or ask"),
        for_=("timeliness", "mandate"),
        wanting=template("say where the next update is given, or which number to call"),
    ),
    "next_vague": Act(template("promises news with neither time nor place"), against=("timeliness",)),
    "closed": Act(template("closes the door to further information"), against=("timeliness", "transparency")),
    "care": Act(
        template("turns to these people and what they go through"),
        for_=("empathy", "respect"),
        wanting=template("speak first to the people affected, about what they go through"),
    ),
    "care_formula": Act(template("a formula of sympathy, nothing of these people"), for_=("empathy",)),
    "help": Act(
        template("help that people can use now"),
        for_=("empathy", "accountability"),
        wanting=template("tie it to help they can use: where, how much, whom to call"),
    ),
    "belittle": Act(template("belittles or blames those affected"), against=("empathy", "respect", "accountability")),
    "owns": Act(
        template("owns what is one's own to own"),
        for_=("accountability", "empathy", "transparency", "respect"),
        wanting=template("own the part that is yours, in plain words"),
    ),
    "action": Act(
        template("says what is done and by whom"),
        for_=("accountability",),
        wanting=template("name one concrete action and who does it"),
    ),
    "deadline": Act(
        template("gives a date by which it is due"),
        for_=("accountability", "timeliness"),
        wanting=template("give a date by which the result is due"),
    ),
    "action_vague": Act(template("action in general words only"), against=("accountability", "clarity")),
    "invite": Act(
        template("invites people to check"),
        for_=("accountability", "rebuttal", "respect"),
        wanting=template("invite people to check for themselves"),
    ),
    "shifts": Act(template("puts the fault on others"), against=("accountability", "empathy", "respect")),
    "unknown": Act(
        template("says plainly what is not known or cannot be said"),
        for_=("transparency", "accuracy", "mandate"),
        wanting=template("say what is not known yet"),
    ),
    "reason": Act(
        template("gives the reason"),
        for_=("transparency", "mandate"),
        wanting=template("give the reason why it is not known or cannot be said"),
    ),
    "dodge": Act(template("turns away from the question"), against=("transparency", "clarity", "respect")),
    "refuse": Act(template("declines to answer"), against=("transparency", "timeliness", "mandate")),
    "denies": Act(template("says that the claim is false"), for_=("rebuttal",)),
    "evidence": Act(
        template("evidence that anyone can check"),
        for_=("rebuttal", "accuracy"),
        wanting=template("show evidence that anyone can check"),
    ),
    "explains": Act(
        template("explains why the claim misleads"),
        for_=("rebuttal",),
        wanting=template("warn before the claim and say why it misleads"),
    ),
    "repeats": Act(template("spreads the rumour in its own words"), against=("rebuttal",)),
    "rights": Act(
        template("treats the asker, the critics and their rights as legitimate"),
        for_=("respect",),
        wanting=template("acknowledge that people have a right to ask"),
    ),
    "access": Act(
        template("makes it concrete: language, who was heard, how to complain"),
        for_=("respect", "mandate"),
        wanting=template("say in which language, who was heard, how to complain"),
    ),
    "stigma": Act(template("holds a group of people up as suspect or backward"), against=("respect", "empathy")),
    "attack": Act(template("attacks the asker, the outlet or critics"), against=("respect", "transparency", "clarity")),
    "competent": Act(
        template("names who is competent for the rest"),
        for_=("mandate",),
        wanting=template("name the body that is competent for the rest"),
    ),
    "law": Act(
        template("gives the legal basis or the procedure"),
        for_=("mandate",),
        wanting=template("give the legal basis or the procedure"),
    ),
    "reveals": Act(template("reveals what is not to be revealed"), against=("mandate", "respect", "empathy")),
    "oversteps": Act(template("speaks for another authority, or inflames"), against=("mandate", "respect")),
    "guarantee": Act(template("guarantees what nobody can guarantee"), against=("accuracy", "clarity", "transparency")),
    "slogan": Act(template("slogans, nothing of this case"), against=("clarity", "transparency", "accountability")),
    "off": Act(template("has nothing to do with the question"), against=("clarity", "transparency")),
    "grader": Act(template("key words, an echo, or words to the grader"), against=("clarity", "transparency")),
}
