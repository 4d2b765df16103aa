"""The interface speaks Hindi everywhere, and the committed catalogue is the one that the parts make."""

import pytest

from scripts import messages


def test_every_message_has_hindi_text_and_the_catalogue_is_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    status = messages.main(["--check"])
    assert status == 0, capsys.readouterr().err


def test_the_guard_looks_at_the_whole_site() -> None:
    """A guard that finds no messages would pass for the wrong reason."""
    apps = {found.path.relative_to(messages.PACKAGE).parts[0] for found in messages.all_messages()}
    assert {"accounts", "attempts", "authoring", "core", "courses", "gradebook", "submissions"} <= apps
