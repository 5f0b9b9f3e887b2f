"""Every example of the README and of the documentation's pages runs and shows what it says."""

from __future__ import annotations

import doctest
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def code_lines(page: str) -> Iterator[tuple[int, str]]:
    """The lines inside the ```python fences of a page, with their numbers from 0."""
    inside = False
    for number, line in enumerate(page.splitlines()):
        if line.startswith("```"):
            inside = line.startswith("```python")
        elif inside:
            yield number, line


def session(page: str) -> str:
    """The page with all but its Python code blanked, so that doctest keeps the line numbers."""
    lines = [""] * len(page.splitlines())
    for number, line in code_lines(page):
        lines[number] = line
    return "\n".join(lines) + "\n"


def unprompted(page: str) -> list[int]:
    """Numbers from 1 of the fences whose code shows no prompt and so would never run."""
    code = dict(code_lines(page))
    return [first + 1 for first in code if first - 1 not in code and not code[first].startswith(">>> ")]


def failures(page: str, name: str) -> str:
    """What doctest reports of the examples of a page, run as one session."""
    test = doctest.DocTestParser().get_doctest(session(page), {}, name, name, 0)
    report: list[str] = []
    doctest.DocTestRunner(verbose=False).run(test, out=report.append)
    return "".join(report)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_examples_run(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    assert not unprompted(page)
    assert not failures(page, str(path))


GOOD = """\
```python
>>> total = 1 + 1
>>> total
2
```
Text, and the session goes on:
```python
>>> total + 1
3
```
"""


def test_right_output_passes() -> None:
    assert not failures(GOOD, "page.md")


def test_wrong_output_fails_with_its_line() -> None:
    assert 'File "page.md", line 8' in failures(GOOD.replace("\n3", "\n4"), "page.md")


def test_code_without_a_prompt_is_seen() -> None:
    assert not unprompted(GOOD)
    assert unprompted(GOOD.replace(">>> total + 1\n", "total + 1\n")) == [8]
