"""Imports between the layers of `timeline` point downwards only."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib.util import resolve_name
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "timeline"
LAYERS = ("values", "meaning", "language", "document", "reasoning", "edges")


def rank(module: str) -> int:
    """How high a module stands: `timeline` itself and its top-level modules above every layer."""
    layer = [*module.split("."), ""][1]
    return LAYERS.index(layer) if layer in LAYERS else len(LAYERS)


def imports(path: Path, parent: str) -> Iterator[str]:
    """Absolute names of all that the file at *path*, in the package *parent*, imports anywhere."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                base = resolve_name("." * level + (module or ""), parent)
                yield from (f"{base}.{alias.name}" for alias in names)
            case _:
                pass


def upward_imports(package: Path) -> list[str]:
    """Each import in *package* that points from a layer to a higher one."""
    found: list[str] = []
    for path in sorted(package.rglob("*.py")):
        parent = ".".join(path.parent.relative_to(package.parent).parts)
        found += [
            f"{parent}.{path.stem} imports {name}"
            for name in imports(path, parent)
            if name.split(".")[0] == "timeline" and rank(name) > rank(f"{parent}.{path.stem}")
        ]
    return found


def test_imports_point_downwards() -> None:
    assert upward_imports(PACKAGE) == []


def test_every_folder_is_a_layer() -> None:
    assert {path.parent.name for path in PACKAGE.glob("*/*.py")} <= set(LAYERS)


def planted(root: Path, place: str, source: str) -> list[str]:
    """The upward imports of a package whose only file, at *place*, holds *source*."""
    path = root / "timeline" / place
    path.parent.mkdir(parents=True)
    path.write_text(source, encoding="utf-8")
    return upward_imports(root / "timeline")


@pytest.mark.parametrize(
    ("place", "source", "name"),
    [
        ("values/extent.py", "import timeline.meaning.tree", "timeline.meaning.tree"),
        ("values/extent.py", "from timeline.meaning import tree", "timeline.meaning.tree"),
        ("values/extent.py", "from timeline import meaning", "timeline.meaning"),
        ("values/extent.py", "from timeline import Anchor", "timeline.Anchor"),
        ("values/__init__.py", "from ..meaning import tree", "timeline.meaning.tree"),
        ("language/en/data.py", "from ...edges import cli", "timeline.edges.cli"),
        ("language/pack.py", "def load():\n    import timeline.edges", "timeline.edges"),
    ],
)
def test_an_upward_import_is_found(tmp_path: Path, place: str, source: str, name: str) -> None:
    module = "timeline." + place.removesuffix(".py").replace("/", ".")
    assert planted(tmp_path, place, source) == [f"{module} imports {name}"]


@pytest.mark.parametrize(
    ("place", "source"),
    [
        ("meaning/tree.py", "from timeline.values import extent"),
        ("meaning/tree.py", "from . import policy"),
        ("edges/cli.py", "import sys, timeline.values.extent"),
        ("__init__.py", "from timeline.edges import cli"),
        ("testing.py", "from . import resolve, values"),
    ],
)
def test_a_downward_import_is_not(tmp_path: Path, place: str, source: str) -> None:
    assert planted(tmp_path, place, source) == []
