"""The App of the preview: Podium's own, but it opens on the preview instead of the library."""

from __future__ import annotations

from pathlib import Path

import simulator.tui
from simulator.authoring.preview.course import Course
from simulator.authoring.preview.reading import Reading
from simulator.authoring.preview.screens.preview import PreviewScreen
from simulator.authoring.preview.watching import Watching
from simulator.language.catalogue import Catalogue
from simulator.scenario.model import Language
from simulator.tui.app import PodiumApp
from simulator.tui.house import House
from simulator.tui.preferences import Preferences


class PreviewApp(PodiumApp):
    """Watches a file, and gives every new reading of it to the screen."""

    # A relative path would be looked for beside this file.
    CSS_PATH = str(Path(simulator.tui.__file__).parent / PodiumApp.CSS_PATH)

    def __init__(
        self,
        house: House,
        catalogue: Catalogue,
        file: Path,
        course: Course | None = None,
        *,
        language: Language | None = None,
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__(house, catalogue, preferences=preferences)
        # Read before the screens come, so that a file that is not there is told on the command line.
        self.watching = Watching(file, self._file_read, self._watch_failed, language)
        self._preview = PreviewScreen(file, self.watching.reading, course or Course())

    def begin_with(self, course: Course) -> None:
        """Begin with a course instead of the scenario's own start; only before the App runs."""
        self._preview.course = course

    async def _raise_curtain(self) -> None:
        await self._lay_keys()
        await self.push_screen(self._preview)
        self.watching.start()

    def on_unmount(self) -> None:
        self.watching.stop()

    def _file_read(self, reading: Reading) -> None:
        """In the watching thread."""
        self._preview.post_message(PreviewScreen.FileRead(reading))

    def _watch_failed(self, error: Exception) -> None:
        """In the watching thread: a fault of our own ends the App as any other does."""
        self.call_later(self._raise, error)

    def _raise(self, error: Exception) -> None:
        raise error
