"""Draws the figures of lessons and tasks; ``python -m dlquiz.content.figures`` writes their files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dlquiz.content import lesson_figures, task_figures

OUT = Path(__file__).parent / "static" / "content"
PACKAGES = Path(__file__).parent.parent.parent / "reference_models"


def files() -> dict[Path, Callable[[], str]]:
    """Every figure by the file that it belongs in; of tasks, those whose package is there."""
    lessons = {OUT / name: draw for name, draw in lesson_figures.figures().items()}
    return lessons | {
        PACKAGES / task / "figures" / f"{name}.svg": draw
        for key, draw in task_figures.FIGURES.items()
        for task, name in [key.split("/")]
        if (PACKAGES / task / "task.toml").exists()
    }


def main() -> None:
    """Write every figure."""
    for path, draw in files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(draw(), encoding="utf-8")


if __name__ == "__main__":
    main()
