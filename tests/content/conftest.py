"""The course's own content, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from dlquiz.content.source import CourseSource, read_content


@pytest.fixture(scope="session")
def content() -> CourseSource:
    return read_content()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small course folder without problems."""
    (tmp_path / "course.toml").write_text(COURSE, "utf-8")
    (tmp_path / "one" / "questions").mkdir(parents=True)
    (tmp_path / "one" / "lesson.en.md").write_text("# One\n\nThe sum is $1 + 1$.\n", "utf-8")
    (tmp_path / "one" / "lesson.hi.md").write_text("# एक\n\nजोड़ $1 + 1$ है।\n", "utf-8")
    (tmp_path / "one" / "questions" / "one-1.toml").write_text(QUESTION, "utf-8")
    return tmp_path


COURSE = """\
slug = "small"
title = { en = "Small", hi = "छोटा" }
description = { en = "A course", hi = "एक कोर्स" }

[[topic]]
slug = "one"
title = { en = "One", hi = "एक" }
summary = { en = "First", hi = "पहला" }
"""
QUESTION = """\
id = "one-1"
kind = "number"
position = 1
points = 2
statement = { en = "How much is $1 + 1$?", hi = "$1 + 1$ कितना है?" }
solution = { en = "Two.", hi = "दो।" }

[number]
value = 2
"""
