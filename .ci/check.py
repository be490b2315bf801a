"""The whole test command: set up an environment of its own, then lint, types, import contracts, catalogues and tests.

    python3 .ci/check.py [--fresh | --wheel] [pytest options]

Needs Python 3.11 or newer and nothing else. The environment is .podium-venv beside the code, kept from run to run;
--fresh makes a new one in a temporary folder, uses it once and removes it. --wheel builds the wheel, installs it into a
new environment, and runs the tests against it in another folder, where the code itself is not. Ends with pytest's own
summary line.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / ".ci" / "constraints.txt"
AT_ONCE = ("-n", str((os.cpu_count() or 1) + 1), "--dist", "worksteal")
"""One process more than cores, for many tests wait; whoever is through first takes over from the others."""
OF_THE_CHECKOUT = ("tests/test_architecture.py", "tests/test_wheel.py")
"""Tests that are about the checkout itself, and have nothing to say of an installed wheel."""


def main() -> int:
    """Run every step; the exit code of the first that fails, or of pytest."""
    if sys.version_info < (3, 11):  # noqa: UP036  # for whoever starts it with an older one
        sys.exit("Podium needs Python 3.11 or newer; this is " + sys.version.split()[0])
    # A shell starts what it puts in the background deaf to Ctrl-C, and whoever is started from there: tests press it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    options = [option for option in sys.argv[1:] if option not in ("--fresh", "--wheel")]
    with tempfile.TemporaryDirectory(prefix="podium-") as folder:
        if "--wheel" in sys.argv:
            return wheel_checked(Path(folder), options)
        return checked(Path(folder) / "venv" if "--fresh" in sys.argv else ROOT / ".podium-venv", options)


def checked(environment: Path, options: Sequence[str]) -> int:
    """Everything, on the checkout."""
    python = prepared(environment, ["-e", f"{ROOT}[test]"])
    read = side_by_side(
        ROOT,
        ("lint", [python, "-m", "ruff", "check", "simulator", "tests", ".ci"]),
        ("format", [python, "-m", "ruff", "format", "--check", "simulator", "tests", ".ci"]),
        ("types", [python, "-m", "mypy"]),
        ("import contracts", [python, "-c", "from importlinter.cli import lint_imports_command as lint; lint()"]),
        ("interface catalogues", [python, ".ci/catalogues.py", "--check"]),
        ("scenarios", [python, "-m", "simulator", "--language", "en", "check", "scenarios"]),
    )
    return read or run_tests(ROOT, python, *options)


def wheel_checked(folder: Path, options: Sequence[str]) -> int:
    """The tests, on an installed wheel and away from the checkout."""
    builder = prepared(folder / "builder", ["hatchling"])
    subprocess.run([builder, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], check=True, cwd=ROOT)
    (wheel,) = folder.glob("*.whl")
    python = prepared(folder / "venv", [f"{wheel}[test]"])
    elsewhere = folder / "elsewhere"
    for name in ("tests", "scenarios", ".ci"):
        shutil.copytree(ROOT / name, elsewhere / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, elsewhere)
    ignored = [f"--ignore={test}" for test in OF_THE_CHECKOUT]
    return run_tests(elsewhere, python, *ignored, *options)


def side_by_side(folder: Path, *steps: tuple[str, list[str]]) -> int:
    """Run steps at the same time, and tell of each in their order; the exit code of the first that fails."""
    running = [
        (name, subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT))
        for name, command in steps
    ]
    codes = []
    for name, process in running:
        said, _ = process.communicate()
        print(f"== {name}{': failed' if process.returncode else ''}", flush=True)
        sys.stdout.buffer.write(said)
        sys.stdout.flush()
        codes.append(process.returncode)
    return next((code for code in codes if code), 0)


def run_tests(folder: Path, python: str, *options: str) -> int:
    """Run the tests, seen as they go; the exit code of pytest."""
    print("== tests", flush=True)
    return subprocess.run([python, "-m", "pytest", *AT_ONCE, *options], cwd=folder, check=False).returncode


def prepared(folder: Path, wanted: Sequence[str]) -> str:
    """The Python of an environment that holds what is wanted, at the constrained versions."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        venv.create(folder, with_pip=True, clear=True)
    print("== setting up", flush=True)
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-c", str(CONSTRAINTS)]
    subprocess.run([*install, *wanted], check=True, cwd=ROOT)
    return str(python)


if __name__ == "__main__":
    sys.exit(main())
