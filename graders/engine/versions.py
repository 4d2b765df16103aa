"""What a report says it was made with."""

from __future__ import annotations

ENGINE_VERSION = "0.1.0"
