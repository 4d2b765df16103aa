"""Pages of measured tables: rows that were measured anew replace the old ones, the others stay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

_ROW = re.compile(r"^\| ([a-z0-9-]+) \|.*\| `([0-9a-f]+)` \|$", re.MULTILINE)


def rows_of(text: str) -> dict[str, list[str]]:
    """The rows of a page by task. Each begins with the task and ends with the digest of its code."""
    found: dict[str, list[str]] = {}
    for match in _ROW.finditer(text):
        found.setdefault(match[1], []).append(match[0])
    return found


def digests(text: str) -> dict[str, str]:
    """Task to digest, as a page says."""
    return dict(_ROW.findall(text))


def merged(path: Path, measured: Mapping[str, list[str]], tasks: Iterable[str]) -> str:
    """The rows of ``tasks`` in order: those just ``measured``, else as the page at ``path`` has them."""
    kept = rows_of(path.read_text("utf-8")) if path.exists() else {}
    found = {**kept, **measured}
    return "\n".join(row for task in sorted(set(tasks)) for row in found.get(task, ()))
