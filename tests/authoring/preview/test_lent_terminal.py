"""An editor that needs the terminal is lent it, and the preview goes on with what was saved in it. POSIX only."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.authoring.preview.story import YAML, written

if sys.platform != "win32":
    import pexpect
else:
    pytest.skip("no pseudo-terminals", allow_module_level=True)

EDITOR = """\
import pathlib, sys
line, file = sys.argv[1:]
path = pathlib.Path(file)
text = path.read_text("utf-8")
print("EDITING", line, flush=True)
input()
path.write_text(text.replace("kín sân", "đầy sân"), "utf-8")
"""


def test_the_terminal_is_lent_and_given_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(tmp_path)
    editor = tmp_path / "vim"
    editor.write_text(f"#!{sys.executable}\n{EDITOR}", "utf-8")
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    for name in ("PODIUM_DATA_DIR", "PODIUM_CACHE_DIR", "PODIUM_CONFIG_DIR"):
        monkeypatch.setenv(name, str(tmp_path))
    child = pexpect.spawn(
        sys.executable,
        ["-m", "simulator", "--language", "en", "preview", str(file)],
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=30,
    )
    try:
        child.expect("đứng kín sân")
        child.send("e")
        child.expect_exact(f"EDITING +{YAML.splitlines().index('  - id: yard') + 1}\r")
        child.send("\r")
        child.expect("đứng đầy sân")
        child.send("\x11")
        child.expect(pexpect.EOF)
    finally:
        child.close(force=True)
    assert child.exitstatus == 0
