"""The colour system: a dark and a light theme, with the five levels, trust and heat as colours of their own.

Every colour that text is written in keeps a contrast of at least 4.5:1 on every ground it is used on
(tests/tui/test_themes.py measures it). No colour carries meaning alone: a word or sign always stands by it.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="podium-dark",
    primary="#e3a857",
    secondary="#7fb8c4",
    accent="#e3a857",
    foreground="#ece7db",
    background="#12161c",
    surface="#181d25",
    panel="#222934",
    success="#8cc792",
    warning="#e6bb62",
    error="#f08a80",
    dark=True,
    variables={
        "quiet": "#a3abb8",
        "rule": "#39424f",
        "chosen": "#2b3646",
        "level-0": "#f08a80",
        "level-1": "#e8a06c",
        "level-2": "#e6c76a",
        "level-3": "#a3cf8e",
        "level-4": "#7fd1a5",
        "trust": "#7fb8c4",
        "heat": "#f0906a",
        "block-cursor-background": "#2b3646",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#222934",
        "block-cursor-blurred-foreground": "#ece7db",
        "block-cursor-blurred-text-style": "none",
        "block-hover-background": "#1e252f",
        "footer-background": "#181d25",
        "footer-key-foreground": "#e3a857",
        "footer-description-foreground": "#c3c9d3",
        "border": "#e3a857",
        "border-blurred": "#39424f",
        "scrollbar": "#39424f",
        "scrollbar-hover": "#5a6678",
        "scrollbar-active": "#e3a857",
        "scrollbar-background": "#181d25",
        "input-selection-background": "#e3a857 35%",
    },
)

LIGHT = Theme(
    name="podium-light",
    primary="#7d4f0b",
    secondary="#1b5c6e",
    accent="#7d4f0b",
    foreground="#22262d",
    background="#f6f3ea",
    surface="#fffdf8",
    panel="#ebe5d6",
    success="#24632f",
    warning="#7a5600",
    error="#9c2c23",
    dark=False,
    variables={
        "quiet": "#575d68",
        "rule": "#cfc7b4",
        "chosen": "#e6ddc6",
        "level-0": "#9c2c23",
        "level-1": "#94460f",
        "level-2": "#745300",
        "level-3": "#3a6420",
        "level-4": "#14643f",
        "trust": "#1b5c6e",
        "heat": "#a23b16",
        "block-cursor-background": "#e6ddc6",
        "block-cursor-foreground": "#14171c",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#ebe5d6",
        "block-cursor-blurred-foreground": "#22262d",
        "block-cursor-blurred-text-style": "none",
        "block-hover-background": "#f0eadb",
        "footer-background": "#ebe5d6",
        "footer-key-foreground": "#7d4f0b",
        "footer-description-foreground": "#3a3f48",
        "border": "#7d4f0b",
        "border-blurred": "#cfc7b4",
        "scrollbar": "#cfc7b4",
        "scrollbar-hover": "#a89f8a",
        "scrollbar-active": "#7d4f0b",
        "scrollbar-background": "#f6f3ea",
        "input-selection-background": "#7d4f0b 30%",
    },
)

THEMES = (DARK, LIGHT)
