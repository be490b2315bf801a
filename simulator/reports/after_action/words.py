"""The words of exercise evaluation as people read them, by key; templates of the interface catalogues."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.language.catalogue import template

MARK_NAMES: Mapping[str, str] = {
    "P": template("Performed without challenges"),
    "S": template("Performed with some challenges"),
    "M": template("Performed with major challenges"),
    "U": template("Unable to be performed"),
}

MARK_MEANINGS: Mapping[str, str] = {
    "P": template(
        "the tasks were done and the objective was met; nothing else suffered, nobody was put at more risk, and plans,"
        " rules and laws were kept"
    ),
    "S": template("as P, but there were ways to do it better or with less effort"),
    "M": template(
        "the objective was met, but other work suffered, people were put at more risk, or plans, rules or laws were"
        " not kept"
    ),
    "U": template("the tasks were not done in a way that met the objective"),
}

ELEMENT_NAMES: Mapping[str, str] = {
    "planning": template("Planning"),
    "organisation": template("Organisation"),
    "equipment": template("Equipment"),
    "training": template("Training"),
    "exercises": template("Exercises"),
}

STANDING_NAMES: Mapping[str, str] = {
    "draft": template("not met yet"),
    "released": template("on the table"),
    "complete": template("met"),
    "deferred": template("not met"),
}

KIND_NAMES: Mapping[str, str] = {
    "question": template("question"),
    "inject": template("inject"),
    "decision": template("decision"),
    "ending": template("end of the exercise"),
    "press": template("question that presses"),
    "asked": template("question by the facilitator"),
    "news": template("inject by the facilitator"),
}
