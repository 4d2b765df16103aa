"""Where collected static files lie when DEBUG is off."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.apps import apps
from whitenoise.storage import CompressedManifestStaticFilesStorage


class DigestStaticStorage(CompressedManifestStaticFilesStorage):
    """Names with digests, compressed copies, and ``import`` lines of our ES modules rewritten to match."""

    support_js_module_import_aggregation = True

    def url_converter(
        self, name: str, hashed_files: dict[str, str], template: str | None = None
    ) -> Callable[[re.Match[str]], str]:
        """Scripts of libraries stay as they are: some speak of imports in comments, and none needs this."""
        if name.endswith((".js", ".mjs")) and not _is_ours(name):
            return _as_it_is
        converter: Callable[[Any], str] = super().url_converter(name, hashed_files, template)
        return converter


def _is_ours(name: str) -> bool:
    """Static files of an app stand in a folder of its name."""
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith("dlquiz.")}
    return name.split("/")[0] in ours


def _as_it_is(match: re.Match[str]) -> str:
    return match[0]
