"""Where a language model is asked: the address of an OpenAI-compatible service, and how long it may take."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import SplitResult, urlsplit

LONGEST_TIMEOUT = 120.0
PATH = "/chat/completions"


class EndpointRefused(ValueError):
    """The address, key or time limit cannot be used; the text says why."""


@dataclass(frozen=True)
class Endpoint:
    """``url`` is the service's base address, such as ``https://host/v1``; ``timeout``: of a request."""

    url: str
    model: str
    # Not shown where the settings are, in error pages for instance.
    key: str = field(default="", repr=False)
    timeout: float = 20.0

    def __post_init__(self) -> None:
        if not self.model.strip():
            raise EndpointRefused("no model is named")
        if not 0 < self.timeout <= LONGEST_TIMEOUT:
            raise EndpointRefused(f"the time limit must be above 0 and at most {LONGEST_TIMEOUT:g} seconds")
        if not self.key.isascii() or not (self.key.isprintable() and " " not in self.key):
            raise EndpointRefused("the key has characters that no key has")
        self.address  # noqa: B018 - raises where it cannot be read

    @property
    def address(self) -> SplitResult:
        """The whole address that requests go to."""
        if not self.url.isascii() or not self.url.isprintable() or " " in self.url:
            raise EndpointRefused("the address has characters that no address has")
        try:
            parts = urlsplit(self.url.rstrip("/") + PATH)
            parts.port  # noqa: B018 - raises where it is no number
        except ValueError as error:
            raise EndpointRefused(f"the address cannot be read: {error}") from error
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise EndpointRefused("the address must begin with http:// or https:// and name a host")
        if parts.username is not None or parts.query or parts.fragment:
            raise EndpointRefused("the address must not carry a user, a query or a fragment")
        return parts
