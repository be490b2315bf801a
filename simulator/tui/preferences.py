"""What the player likes, kept in the user's config folder: the theme, who learns here, and a key map of one's own."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

MOST_BYTES = 64_000
"""A longer file is not ours."""

LEARNER_MAX = 80
"""The most characters of a learner's name."""


class Preferences:
    """Of one folder; without one, nothing is read and nothing kept, as for a guest at somebody else's machine."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    @classmethod
    def of_user(cls) -> Preferences:
        """Those of whoever runs this process: in `PODIUM_CONFIG_DIR`, or the system's folder for it."""
        own = os.environ.get("PODIUM_CONFIG_DIR")
        if own:
            return cls(Path(own))
        import platformdirs

        return cls(platformdirs.user_config_path("podium", appauthor=False))

    @property
    def theme(self) -> str:
        """The name of the theme that was chosen last; empty if none was."""
        with suppress(OSError, ValueError):
            return self._read("theme").strip()
        return ""

    def keep_theme(self, name: str) -> None:
        """Keep a theme, as well as can be: that it could not be kept is no error."""
        self._keep("theme", name)

    @property
    def learner(self) -> str:
        """Whose sessions are recorded here, of several people at one machine; empty where nobody gave a name."""
        named = os.environ.get("PODIUM_LEARNER", "")
        with suppress(OSError, ValueError):
            named = named or self._read("learner")
        return learner_name(named)

    def keep_learner(self, name: str) -> None:
        """Keep who learns here from now on, as well as can be."""
        self._keep("learner", name)

    def keys(self) -> str:
        """The key map as it is written; empty if there is none. Raises OSError, or ValueError if it is no text."""
        with suppress(FileNotFoundError, NotADirectoryError):
            return self._read("keys.toml")
        return ""

    def _keep(self, name: str, text: str) -> None:
        if self.folder is not None:
            with suppress(OSError):
                self.folder.mkdir(parents=True, exist_ok=True)
                (self.folder / name).write_text(f"{text}\n", "utf-8")

    def _read(self, name: str) -> str:
        if self.folder is None:
            return ""
        with (self.folder / name).open("rb") as file:
            return file.read(MOST_BYTES).decode("utf-8-sig")


def learner_name(text: str) -> str:
    """A learner's name as it is kept: without needless blanks, and not endless."""
    return " ".join(text.split())[:LEARNER_MAX]
