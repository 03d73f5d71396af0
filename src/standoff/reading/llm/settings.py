"""Where the endpoint is and how patient to be with it. The key is never shown: not in a repr, not in an error."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlsplit

from standoff.errors import ModelError

URL, KEY = "OPENAI_BASE_URL", "OPENAI_API_KEY"  # what other clients of such endpoints look at too


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address (``https://host/v1``), a model's name there, and the limits of one request.

    ``seconds`` is how long a whole answer may take and ``bytes`` how long it may be; ``attempts`` how often one
    question is asked; ``pause`` the seconds before the second time, doubled each time after, ``longest_pause`` at most.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    seconds: float = 120.0
    attempts: int = 4
    pause: float = 1.0
    longest_pause: float = 60.0
    bytes: int = 4 << 20

    @classmethod
    def of(cls, url: str | None, model: str | None, environment: Mapping[str, str]) -> Self:
        """The endpoint that is named, the rest from the environment. Raises `ModelError` when something is missing."""
        address = url or environment.get(URL, "")
        if not address:
            raise ModelError(f"no endpoint is named (give --base-url, or set {URL})")
        if not _is_plain(address):
            raise ModelError(
                f"the endpoint's address must be http:// or https:// without a user (a key goes into {KEY})"
            )
        if not model:
            raise ModelError(f"no model of {address} is named (give --model NAME)")
        key = environment.get(KEY, "")
        if not (key.isascii() and key.isprintable()):
            raise ModelError(f"{KEY} holds what no key holds (a line break, say)")
        return cls(address.rstrip("/"), model, key)


def _is_plain(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False
