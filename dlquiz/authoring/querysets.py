"""Chainable reads of uploads."""

from typing import Self

from django.db import models


class PackageUploadQuerySet(models.QuerySet):
    """Uploads."""

    def without_archive(self) -> Self:
        """Leave the zip's bytes where they are: only validation and publishing read them."""
        return self.defer("archive")

    def newest_first(self) -> Self:
        return self.order_by("-created_at", "-pk")
