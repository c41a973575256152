"""Wheels with the extractor in machine code: `HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 pip install .`, with a C compiler.

The sources are compiled in a copy and stay in the wheel, where Python takes a module's machine code first. An editable
install is never compiled: a module of machine code would go on hiding its source after that had changed.
"""

import shutil
import subprocess
import sys
import tempfile
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILED = "planskg/extracting"
SUFFIX = EXTENSION_SUFFIXES[0]
"""How a module of machine code ends for this Python and platform: .cpython-311-x86_64-linux-gnu.so."""


class CompileExtractor(BuildHookInterface[Any]):
    """Adds what mypyc makes of the extractor to a wheel; hatchling finds the class by itself."""

    def dependencies(self) -> list[str]:
        """Return what has to be there while it is built: the compiler, and what the extractor imports."""
        return ["mypy[mypyc]>=1.15", *self.metadata.core.dependencies]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, unless the install is editable; a failure of the compiler ends the build with what it printed."""
        if version == "editable":
            return
        self.made = tempfile.TemporaryDirectory()
        copy = Path(self.made.name)
        shutil.copytree(Path(self.root, "planskg"), copy / "planskg", ignore=shutil.ignore_patterns("__pycache__"))
        sources = [str(path.relative_to(copy)) for path in sorted((copy / COMPILED).rglob("*.py"))]
        config = str(Path(self.root, "pyproject.toml"))
        subprocess.run([sys.executable, "-m", "mypyc", "--config-file", config, *sources], cwd=copy, check=True)
        modules = {str(path): path.relative_to(copy) for path in copy.rglob(f"*{SUFFIX}")}
        build_data["force_include"] |= {made: str(to) for made, to in sorted(modules.items()) if to.parts[0] != "build"}
        build_data |= {"pure_python": False, "infer_tag": True}

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the copy."""
        if version != "editable":
            self.made.cleanup()
