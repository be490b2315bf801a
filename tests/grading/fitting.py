"""Fitting each part of a calibration: heads, context, levels, flags. Seeded by nothing: every solver here is exact.

Whatever is measured is measured with the numbers rounded as they ship.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression, Ridge

from simulator.scenario.rubric import RED_FLAGS, SKILLS, RedFlag, Skill
from simulator.scoring.acts import ACTS
from simulator.scoring.context import Context, own_inputs, shared_inputs
from simulator.scoring.encoder import Vectors
from simulator.scoring.evidence import Evidence
from simulator.scoring.flags import Flags, own_flag_inputs, shared_flag_inputs
from simulator.scoring.heads import VECTOR_SCALE, Heads, terms_of
from simulator.scoring.levels import Levels, inputs
from simulator.scoring.packing import Array, packed, unpacked
from simulator.scoring.slots import Slots
from simulator.scoring.text import fold
from tests.grading.material import Marked

ACT_NAMES = tuple(ACTS)
HEAD_STRENGTH = 3.0
CONTEXT_STRENGTH = 0.02
LEVEL_PENALTY = 10.0
FLAG_STRENGTH = 1.0
FLAG_THRESHOLD = 0.45
THRESHOLDS: Mapping[RedFlag, float] = {"no_comment": 0.35, "blame": 0.5, "falsehood": 0.55}
"""Flags that are raised only when surer: whose fault it is and what contradicts the dossier are the hardest to hear.
`no_comment` may be less sure, for it is not raised where anything is told; see `simulator.scoring.raising`."""
OBLIQUE_WEIGHT = 0.3
"""How much an answer counts for flags in which the harm is hidden on purpose: people seldom speak so."""
SHARED_SCALE = 0.2
"""How large the inputs that all flags share are beside those of the flag's own acts."""
OWN_WEIGHT = 0.3
"""How much one of our own labels counts beside one of the three raters'."""
AS_THE_RATERS = ("brief", "library")
"""Our own answers that count as the raters' do: brief ones, which nobody else has written, for their being short would
be held against them; and those of the library, whose levels are the mean of an author's and a blind second rater's."""
OWN_SHIFT = 3.0
"""The number that tells our own labels from the raters': our raters may be stricter or milder than they."""
TERM_MIN = 2
"""Sentences that a term must stand in."""
SEEN_MIN = 5
"""Sentences that must perform an act before context is learned for it."""


def fit_heads(texts: Sequence[str], vectors: Vectors, acts: Array) -> Heads:
    """Logistic heads, both classes of equal weight. `acts`: shape (sentences, acts), 0 or 1."""
    # A sentence stands here twice, as typed and as typed without diacritics; its words are the same.
    spread = Counter(term for text in dict.fromkeys(map(fold, texts)) for term in set(terms_of(text)))
    terms = tuple(sorted(term for term, count in spread.items() if count >= TERM_MIN))
    rarity = np.array([round(math.log((1 + len(texts)) / (1 + spread[term])) + 1, 3) for term in terms])
    mean = np.round(vectors.astype(np.float64).mean(axis=0), 5)
    bare = Heads(ACT_NAMES, terms, rarity, mean, np.zeros((0, 0)), np.zeros((0, 0)), np.zeros(0))
    table = sparse.hstack([sparse.csr_matrix((vectors - mean) * VECTOR_SCALE), _rows(bare, texts)]).tocsr()
    weights, bias = _logistic(table, acts, HEAD_STRENGTH)
    size = vectors.shape[1]
    of_vector, of_terms = unpacked(packed(weights[:size], 16)), unpacked(packed(weights[size:]))
    return Heads(ACT_NAMES, terms, rarity, mean, of_vector, of_terms, np.round(bias, 5))


def _rows(heads: Heads, texts: Sequence[str]) -> sparse.csr_matrix:
    rows = [heads.row(text) for text in texts]
    numbers = [number for number, row in enumerate(rows) for _ in row]
    places = [place for row in rows for place in row]
    values = [value for row in rows for value in row.values()]
    return sparse.csr_matrix((values, (numbers, places)), shape=(len(texts), len(heads.terms)))


def _logistic(table: sparse.csr_matrix, acts: Array, strength: float) -> tuple[Array, Array]:
    weights, bias = np.zeros((table.shape[1], acts.shape[1])), np.full(acts.shape[1], -6.0)
    for act in range(acts.shape[1]):
        if acts[:, act].sum() >= SEEN_MIN:
            model = LogisticRegression(C=strength, class_weight="balanced", max_iter=300).fit(table, acts[:, act])
            weights[:, act], bias[act] = model.coef_[0], model.intercept_[0]
    return weights, bias


def fit_context(heard: Sequence[Array], slots: Sequence[Sequence[Slots]], acts: Array) -> Context:
    """Logistic again, on the heads' log odds from folds that had not seen the situation."""
    shared = np.vstack([shared_inputs(each, beside) for each, beside in zip(heard, slots, strict=True)])
    own = np.vstack([own_inputs(each) for each in heard])
    middle: Array = np.round(shared.mean(axis=0), 5)
    spread: Array = np.round(shared.std(axis=0) + 1e-3, 5)
    table = (shared - middle) / spread
    weights, bias = np.zeros((table.shape[1] + own.shape[2], acts.shape[1])), np.full(acts.shape[1], -6.0)
    for act in range(acts.shape[1]):
        if acts[:, act].sum() >= SEEN_MIN:
            model = LogisticRegression(C=CONTEXT_STRENGTH, max_iter=500)
            model.fit(np.hstack([table, own[:, act]]), acts[:, act])
            weights[:, act], bias[act] = model.coef_[0], model.intercept_[0]
    return Context(middle, spread, weights.round(4), bias.round(4))


def fit_levels(answers: Sequence[Marked], evidence: Sequence[Evidence]) -> Levels:
    """A ridge per skill. One number tells our own labels apart; it is nought for what is graded."""
    table = np.array([inputs(each) for each in evidence])
    apart = [answer.ours and answer.source not in AS_THE_RATERS for answer in answers]
    ours = np.array([[OWN_SHIFT * each] for each in apart])
    weights: dict[Skill, Array] = {}
    bias: dict[Skill, float] = {}
    for skill in SKILLS:
        rows = [row for row, answer in enumerate(answers) if skill in answer.levels]
        weight = [OWN_WEIGHT if apart[row] else 1.0 for row in rows]
        goal = [answers[row].levels[skill] for row in rows]
        model = Ridge(LEVEL_PENALTY).fit(np.hstack([table, ours])[rows], goal, sample_weight=weight)
        weights[skill], bias[skill] = np.round(model.coef_[:-1], 4), round(float(model.intercept_), 4)
    return Levels(weights, bias)


def fit_flags(answers: Sequence[Marked], evidence: Sequence[Evidence], groups: Sequence[int]) -> Flags:
    """A logistic model per flag, ours and the raters' answers alike; thresholds from groups not seen."""
    table = np.array([shared_flag_inputs(each) for each in evidence])
    middle, spread = np.round(table.mean(axis=0), 4), np.round((table.std(axis=0) + 0.05) / SHARED_SCALE, 4)
    shared = (table - middle) / spread
    weight = [OBLIQUE_WEIGHT if answer.source == "oblique" else 1.0 for answer in answers]
    weights: dict[RedFlag, Array] = {}
    bias: dict[RedFlag, float] = {}
    for flag in RED_FLAGS:
        own = np.array([own_flag_inputs(each, flag) for each in evidence])
        goal = [flag in answer.flags for answer in answers]
        model = LogisticRegression(C=FLAG_STRENGTH, max_iter=1000)
        model.fit(np.hstack([own, shared]), goal, sample_weight=weight)
        weights[flag], bias[flag] = np.round(model.coef_[0], 4), round(float(model.intercept_[0]), 4)
    return Flags(middle, spread, weights, bias, dict.fromkeys(RED_FLAGS, FLAG_THRESHOLD) | dict(THRESHOLDS))
