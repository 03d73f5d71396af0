"""The bytes of one file, bounded: what is too large, compressed beyond measure, or no text at all is refused here.

Invariant: nothing later in the room sees more than ``Limits.raw_bytes`` bytes.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from functools import cache
from typing import BinaryIO

from standoff.errors import EmptyInput, InputError
from standoff.ingest.lexicon import table

_GZIP = b"\x1f\x8b"
_MEMBERS = 1000  # of a gzip file; what is left is copied after each, and bgzip makes 512 of the largest file
_MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of one report is read: ``raw_bytes`` of a file, unpacked; ``text_chars`` of its text.

    The largest page of the article-extraction benchmark has 2 MiB; a novel has half a million characters.
    """

    raw_bytes: int = 32 * _MEBIBYTE
    text_chars: int = 2_000_000


DEFAULT = Limits()


@dataclass(frozen=True, slots=True)
class Raw:
    """One file as it came: ``data`` unpacked, ``sha256`` of the bytes before unpacking."""

    name: str
    data: bytes
    sha256: str
    limits: Limits = DEFAULT

    @property
    def suffix(self) -> str:
        """The `ending` of the name."""
        return ending(self.name)


def ending(name: str) -> str:
    """The ending of a file's name, lower case, without ``.gz``: ``.html`` of ``page.HTML.gz``."""
    stem = name.rsplit("/", 1)[-1].lower().removesuffix(".gz")
    return stem[stem.rindex(".") :] if "." in stem[1:] else ""


def take(stream: BinaryIO, name: str, limits: Limits = DEFAULT) -> bytes:
    """All bytes of a stream. Raises `InputError` when there are more than the limit."""
    data = stream.read(limits.raw_bytes + 1)
    if len(data) > limits.raw_bytes:
        raise _too_large(name, limits)
    return data


def unpacked(data: bytes, name: str, limits: Limits = DEFAULT) -> Raw:
    """The bytes of a file, un-gzipped if they are gzip.

    Raises `EmptyInput` when there are none; `InputError` when they are too many, damaged gzip, or a known kind of
    file that is no text.
    """
    if len(data) > limits.raw_bytes:
        raise _too_large(name, limits)
    sha256 = hashlib.sha256(data).hexdigest()
    if data.startswith(_GZIP):
        data = _gunzip(data, name, limits)
    if not data.strip():
        raise EmptyInput(name, "is empty", "nothing to read in it")
    _refuse_known(data, name)
    return Raw(name, data, sha256, limits)


def _gunzip(data: bytes, name: str, limits: Limits) -> bytes:
    """All members of a gzip file; stops at the limit, so that a small file cannot fill the memory."""
    whole = bytearray()
    for _ in range(_MEMBERS):
        member = zlib.decompressobj(wbits=31)
        try:
            whole += member.decompress(data, limits.raw_bytes + 1 - len(whole))
        except zlib.error as error:
            raise InputError(name, f"is damaged gzip ({error})", "fetch or pack it again") from error
        if len(whole) > limits.raw_bytes:
            raise _too_large(name, limits)
        if not member.eof:
            raise InputError(name, "is gzip that breaks off", "fetch or pack it again")
        data = member.unused_data.lstrip(b"\0")
        if not data.startswith(_GZIP):
            return bytes(whole)
    raise InputError(name, f"is gzip of more than {_MEMBERS:,} members", "unpack it, or pack it again as one")


@cache
def _signatures() -> tuple[tuple[bytes, str, str], ...]:
    return tuple(
        (bytes.fromhex(start), kind["is"], kind["hint"])
        for kind in table("signatures")["signature"]
        for start in kind["starts"]
    )


def _refuse_known(data: bytes, name: str) -> None:
    for start, kind, hint in _signatures():
        if data.startswith(start):
            raise InputError(name, f"is {kind}, not text", hint)
    if data[4:8] == b"ftyp":
        raise InputError(name, "is sound or film, not text", "only text and HTML are read")


def _too_large(name: str, limits: Limits) -> InputError:
    size = f"{limits.raw_bytes / _MEBIBYTE:g} MiB"
    return InputError(name, f"is larger than {size}", "one file is one report: split it into its articles")
