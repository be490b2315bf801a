"""Learning a calibration from answers and the bank, in two layers that never see what they are asked about.

Heads are learned from sentences. What context, levels and flags learn from must be what heads say of sentences they
have not seen: the answers are divided into groups of situations, and each group is heard by heads of the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from simulator.scoring.context import Context
from simulator.scoring.desk import pairs_of, syllables
from simulator.scoring.evidence import Evidence
from simulator.scoring.fault import directed
from simulator.scoring.heads import Heads
from simulator.scoring.observe import chance
from simulator.scoring.packing import Array
from simulator.scoring.slots import Slots, answer_slots, sentence_slots
from tests.grading.fitting import ACT_NAMES, fit_context, fit_heads
from tests.grading.material import Coded, Marked
from tests.grading.vectors import Kept

GROUPS = 6

COMMON_FROM = 5
"""Situations, or single sentences, that a turn of phrase must stand in to be common."""


@dataclass(frozen=True)
class Heard:
    """An answer made ready for learning: its sentences as detectors read them, and as they would had they been typed
    without diacritics; acts (sentences, acts), slots."""

    answer: Marked
    group: int
    spoken: tuple[str, ...]
    retyped: tuple[str, ...]
    acts: Array
    by_sentence: Sequence[Slots]
    slots: Slots


def heard(answer: Marked, group: int, spoken: Sequence[str], retyped: Sequence[str]) -> Heard:
    """Prepare an answer."""
    beside = sentence_slots(answer.reading, answer.desk)
    whole = answer_slots(answer.reading, answer.desk)
    return Heard(answer, group, tuple(spoken), tuple(retyped), acts_table(answer.acts), beside, whole)


def acts_table(coded: Sequence[frozenset[str]]) -> Array:
    """Acts as 0 or 1, shape (sentences, acts)."""
    return np.array([[float(act in acts) for act in ACT_NAMES] for acts in coded])


def common_pairs(answers: Sequence[Marked], singles: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of syllables that stand in the texts of COMMON_FROM situations, or as many single sentences."""
    of_situation: dict[str, set[tuple[str, str]]] = {}
    for answer in answers:
        kept = of_situation.setdefault(answer.case, set(answer.desk.open_pairs))
        kept |= pairs_of(syllables(answer.text))
    situations = Counter(pair for pairs in of_situation.values() for pair in pairs)
    sentences = Counter(pair for text in singles for pair in pairs_of(syllables(text)))
    return [pair for pair in situations | sentences if max(situations[pair], sentences[pair]) >= COMMON_FROM]


def learn_heads(answers: Sequence[Heard], singles: Sequence[tuple[str, Coded]], encoder: Kept) -> Heads:
    """Heads from all sentences of the answers and the bank; those typed with diacritics also as typed without."""
    texts, acts = list[str](), list[Array]()
    for each in answers:
        for spoken in dict.fromkeys([each.spoken, each.retyped]):
            texts += spoken
            acts.append(each.acts)
    texts += [text for text, _ in singles]
    acts.append(acts_table([coded.acts for _, coded in singles]))
    return fit_heads(texts, encoder.vectors(texts), np.vstack(acts))


def unseen_heads(answers: Sequence[Heard], singles: Sequence[tuple[str, Coded]], encoder: Kept) -> dict[int, Heads]:
    """For each group, heads that have not seen it."""
    return {
        group: learn_heads([each for each in answers if each.group != group], singles, encoder)
        for group in sorted({each.group for each in answers})
    }


def unseen_logits(answers: Sequence[Heard], heads: Mapping[int, Heads], encoder: Kept) -> list[Array]:
    """What heads say of each answer that have not seen its group."""
    return [heads[each.group].logits(each.spoken, encoder.vectors(each.spoken)) for each in answers]


def learn_context(answers: Sequence[Heard], logits: Sequence[Array]) -> Context:
    """Context from what heads say of answers they have not seen."""
    return fit_context(logits, [each.by_sentence for each in answers], np.vstack([each.acts for each in answers]))


def unseen_context(answers: Sequence[Heard], logits: Sequence[Array]) -> list[Array]:
    """The acts judged in context by groups that have not seen the answer's."""
    pairs = list(zip(answers, logits, strict=True))
    found: dict[str, Array] = {}
    for group in sorted({each.group for each in answers}):
        rest = [(each, logit) for each, logit in pairs if each.group != group]
        context = learn_context([each for each, _ in rest], [logit for _, logit in rest])
        found |= {e.answer.id: context.logits(logit, e.by_sentence) for e, logit in pairs if e.group == group}
    return [found[each.answer.id] for each in answers]


def evidence_of(each: Heard, logits: Array, judged: Array) -> Evidence:
    """The evidence as `simulator.scoring.observe` would give it."""
    answer = each.answer
    seen = (directed(each.spoken, chance(logits)), directed(each.spoken, chance(judged)))
    return Evidence(answer.reading, answer.desk, each.spoken, *seen, each.slots)
