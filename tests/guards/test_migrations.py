"""The tables that the code expects are the tables that the migrations make."""

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_the_system_check_finds_nothing() -> None:
    call_command("check", fail_level="WARNING")
