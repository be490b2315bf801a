"""The press room of one scenario as a program, for textual-serve to start: `… press_room_alone SCENARIO`."""

from __future__ import annotations

import os
import sys
import tempfile


def main() -> None:
    """Begin a session in a new folder and run its App."""
    with tempfile.TemporaryDirectory(prefix="podium-alone-", ignore_cleanup_errors=True) as folder:
        os.environ["PODIUM_DATA_DIR"] = folder
        from simulator.commands.house import LocalHouse
        from simulator.language.catalogue import Catalogue
        from simulator.tui.app import PodiumApp

        house = LocalHouse()
        PodiumApp(house, Catalogue("vi"), exercise=house.begin(sys.argv[1])).run()


if __name__ == "__main__":
    main()
