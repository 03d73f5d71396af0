"""Bytes to text: byte order mark, then what the page declares, then UTF-8, then a guess. Never fails for an encoding.

Damaged UTF-8 keeps its good part: each broken sequence becomes one U+FFFD. What is no text in any encoding (NUL bytes,
mostly control characters) raises `InputError`.
"""

from __future__ import annotations

import codecs
import re

from standoff.errors import InputError
from standoff.ingest.lexicon import table
from standoff.ingest.raw import Raw

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,30})")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_BEYOND_ASCII = bytes(range(128, 256))
_WORD = re.compile(r"[^\W_]")
_ODD = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")


def text_of(raw: Raw, *, declared: bool) -> str:
    """The text of a file, newlines as they stand, byte order mark taken off.

    ``declared``: whether what the first 4 KiB declare (``charset=``) counts, as it does for HTML. Raises `InputError`
    when it is no text or longer than the limit.
    """
    text = _decoded(raw, declared)
    if len(text) > raw.limits.text_chars and not declared:
        raise too_long(raw)
    _refuse_unreadable(text, raw.name)
    return text


def too_long(raw: Raw) -> InputError:
    """The error for a text beyond ``Limits.text_chars``."""
    limit = f"{raw.limits.text_chars:,}"
    return InputError(
        raw.name, f"has more than {limit} characters", "one file is one report: split it into its articles"
    )


def _decoded(raw: Raw, declared: bool) -> str:
    data = raw.data
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    if b"\0" in data:
        return data.decode(_wide(raw), "replace")
    try:
        if not (declared and b"\x1b$" in data):
            return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    return _believed(data) if declared and _declared(data) else _guessed(data)


def _wide(raw: Raw) -> str:
    """UTF-16 without a mark: in Latin script every other byte is NUL. Any other NUL is no text."""
    sample = raw.data[: table("encodings")["thresholds"]["sample"]]
    half = len(sample) / 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.1 * half:
        return "utf-16-be"
    raise InputError(raw.name, "is binary (it holds NUL bytes), not text", "only text and HTML are read")


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    label = found[1].decode("ascii").lower() if found else ""
    known: dict[str, str] = table("encodings")["labels"]
    return known.get(label)


def _believed(data: bytes) -> str:
    codec = _declared(data) or "utf-8"
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        # Pages that say UTF-8 are nearly always UTF-8 with damage; the others nearly always what they say, likewise.
        return data.decode(codec, "replace") if codec != "utf-8" else _guessed(data)


def _guessed(data: bytes) -> str:
    """Damaged UTF-8, Windows-1252, or what charset-normalizer makes of the first 64 KiB."""
    limits = table("encodings")["thresholds"]
    beyond = len(data) - len(data.translate(None, _BEYOND_ASCII))
    rest, good = _MULTIBYTE.subn(b"", data)
    broken = beyond - (len(data) - len(rest))
    if good and broken <= limits["damaged"] * (good + broken):
        return data.decode("utf-8", "replace")
    if beyond <= limits["western"] * len(data):
        return data.decode("cp1252", "replace")
    return data.decode(_likeliest(data[: limits["sample"]]), "replace")


def _likeliest(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else "utf-8"


def _refuse_unreadable(text: str, name: str) -> None:
    odd = len(text) - len(_ODD.sub("", text))
    if odd > table("encodings")["thresholds"]["unreadable"] * len(text):
        raise InputError(name, "is not readable text in any encoding", "only text and HTML are read")
    if not _WORD.search(text):
        raise InputError(name, "holds no letter or digit", "only text and HTML are read")
