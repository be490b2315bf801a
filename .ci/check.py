"""The whole test command: set up an environment of its own, then lint, types, import contracts, catalogues and tests.

    python3 .ci/check.py [--fresh] [pytest options]

Needs Python 3.11 or newer and nothing else. The environment is .podium-venv beside the code, kept from run to run;
--fresh makes a new one in a temporary folder, uses it once and removes it. Ends with pytest's own summary line.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONSTRAINTS = ROOT / ".ci" / "constraints.txt"


def main() -> int:
    """Run every step; the exit code of the first that fails, or of pytest."""
    if sys.version_info < (3, 11):  # noqa: UP036  # for whoever starts it with an older one
        sys.exit("Podium needs Python 3.11 or newer; this is " + sys.version.split()[0])
    options = sys.argv[1:]
    if "--fresh" in options:
        options.remove("--fresh")
        with tempfile.TemporaryDirectory(prefix="podium-venv-") as folder:
            return checked(Path(folder), options)
    return checked(ROOT / ".podium-venv", options)


def checked(folder: Path, options: list[str]) -> int:
    """Set the environment up and run the steps in it."""
    python = environment(folder)
    steps = [
        ("lint", [python, "-m", "ruff", "check", "simulator", "tests", ".ci"]),
        ("format", [python, "-m", "ruff", "format", "--check", "simulator", "tests", ".ci"]),
        ("types", [python, "-m", "mypy"]),
        ("import contracts", [python, "-m", "importlinter.cli", "lint"]),
        ("interface catalogues", [python, ".ci/catalogues.py", "--check"]),
        ("scenarios", [python, "-m", "simulator", "check", "scenarios"]),
        ("tests", [python, "-m", "pytest", "-n", "auto", *options]),
    ]
    for name, command in steps:
        print(f"== {name}", flush=True)
        code = subprocess.run(command, cwd=ROOT, check=False).returncode
        if code:
            print(f"== {name}: failed", file=sys.stderr, flush=True)
            return code
    return 0


def environment(folder: Path) -> str:
    """The Python of an environment that holds Podium and all that its tests need, at the constrained versions."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        venv.create(folder, with_pip=True, clear=True)
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-c", CONSTRAINTS]
    print("== setting up", flush=True)
    subprocess.run([*install, "-e", f"{ROOT}[test]"], check=True, cwd=ROOT)
    return str(python)


if __name__ == "__main__":
    sys.exit(main())
