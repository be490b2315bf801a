"""The wheel works outside the checkout: scenarios, styles and catalogues travel in it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The contents of a wheel built from this checkout, in a folder of their own."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def podium(unpacked: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `podium` from the unpacked wheel alone, in another folder."""
    # -P keeps the working folder out of the module path, and the path variable puts the wheel before the checkout.
    environment = os.environ | {"PYTHONPATH": str(unpacked), "PODIUM_DATA_DIR": str(unpacked.parent / "data")}
    environment |= {"PODIUM_CACHE_DIR": str(unpacked.parent / "cache"), "PODIUM_LANGUAGE": "vi"}
    command = [sys.executable, "-P", "-m", "simulator", *arguments]
    return subprocess.run(command, cwd=unpacked.parent, env=environment, capture_output=True, text=True, check=False)


def test_the_scenarios_are_on_its_shelf(unpacked: Path) -> None:
    listed = podium(unpacked, "list")
    assert listed.returncode == 0
    assert "lu-quet-na-lai" in listed.stdout
    assert "phút" in listed.stdout, "the Vietnamese catalogue travels too"


def test_the_styles_are_in_it(unpacked: Path) -> None:
    styles = {path.name for path in (ROOT / "simulator" / "tui" / "styles").glob("*.tcss")}
    assert styles == {path.name for path in (unpacked / "simulator" / "tui" / "styles").glob("*.tcss")}


def test_the_templates_of_the_pages_are_in_it(unpacked: Path) -> None:
    place = Path("simulator") / "reports" / "templates"
    templates = {path.name for path in (ROOT / place).glob("*.j2")}
    assert templates == {path.name for path in (unpacked / place).glob("*.j2")}
    assert "debrief.html.j2" in templates


def test_its_scenarios_check_clean(unpacked: Path) -> None:
    assert podium(unpacked, "check", str(unpacked / "simulator" / "scenarios")).returncode == 0
