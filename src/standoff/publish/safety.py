"""Words from outside, made harmless for where they are shown.

Invariant: nothing that a terminal, a browser or a Markdown reader would act on leaves this module unescaped. Characters
are replaced by visible ones, never dropped, so that a reader sees that something odd stood there.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from typing import Any

# Joiners and break hints that scripts, emoji and web pages use; they turn no text round and send no command.
_JOINERS = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SPACE = re.compile(r"\s+")
_ODD = re.compile(r"[^ -~]")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~&$@])")
_ADDRESS = re.compile(r"(?i)(?<=[a-z])(:)(?=//)|(?<=www)(\.)")
_BLOCK_START = re.compile(r"^\s*(?:([-+=#])|(\d{1,9})([.)]))")
# JSON allows these raw; terminals, line readers and encoders do not bear them.
_JSON_ODD = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


@cache
def _shown(char: str) -> str:
    if char in _JOINERS:
        return char
    code, kind = ord(char), unicodedata.category(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if kind == "Cs":
        return "\ufffd"
    if kind in ("Cc", "Cf", "Zl", "Zp") or _is_no_character(code):
        return f"<U+{code:04X}>"
    return char


def _is_no_character(code: int) -> bool:
    """Whether Unicode keeps a code from ever being a character: no XML may hold U+FFFE or U+FFFF."""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def visible(text: str, *, breaks: bool = False) -> str:
    """The text with controls, direction marks, lone surrogates and noncharacters made visible.

    White space becomes one space; with ``breaks`` line ends and tabs stay as they are, and runs are kept.
    """
    if not breaks:
        return _ODD.sub(lambda found: _shown(found[0]), _SPACE.sub(" ", text))
    return _ODD.sub(lambda found: found[0] if found[0] in "\n\r\t" else _shown(found[0]), text)


def markdown(text: str) -> str:
    """The text as plain words inside one line of (GitHub's) Markdown: no markup, no table cell, no bare address."""
    plain = _MARKDOWN.sub(r"\\\1", visible(text))
    plain = _ADDRESS.sub(lambda found: "\\" + found[0], plain)
    return _BLOCK_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", plain)


def html(text: str) -> str:
    """The text for HTML content and double-quoted attributes; line breaks are kept."""
    plain = visible(text, breaks=True)
    for char, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        plain = plain.replace(char, entity)
    return plain


def to_json(data: Any, *, indent: int | None = None) -> str:
    """JSON in readable characters, but with everything escaped that a terminal or a line reader would act on.

    Without ``indent`` it is one line by every notion of a line; lone surrogates come back as they were.
    """
    text = json.dumps(data, ensure_ascii=False, check_circular=False, indent=indent)
    return _JSON_ODD.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
