"""Whether a journalist presses upon an answer, with what, and in which words: pure, from scenario and state alone.

manners    who presses on what, and how often
reasons    what there is to press on, the gravest first
quoting    the trainee's own words, short enough to be said and worth coming back to
bank       the texts, by language: vi.toml and en.toml
facts      what the dossier has for a good answer: a fact, an unknown, what is withheld, when one is back
writing    one reason, put in words with its three answers
chooser    press_upon: all of it together
"""

from __future__ import annotations

from simulator.exercise.pressing.chooser import press_upon

__all__ = ["press_upon"]
