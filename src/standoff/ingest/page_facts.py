"""What a page says of itself: JSON-LD first, then meta elements, then its address, then htmldate's search.

Everything here comes from outside and is believed only as far as its form goes: strings of bounded length, dates that
are dates.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from standoff.ingest import dates
from standoff.ingest.lexicon import agency, table
from standoff.records.report import Stamp

_LAST_DAY = "2099-12-31"  # htmldate would take today, and the same page must always give the same date
_FIRST_DAY = "1995-01-01"
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")  # NUL and half surrogates, which JSON may hold and no text does
_LONGEST = 500  # characters of a fact


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a page; ``None`` where it does not say."""

    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    published: Stamp | None = None
    modified: Stamp | None = None


def read(tree: Any, source: str) -> Facts:
    """The facts of a page: ``tree`` by lxml, ``source`` the text that it was made of."""
    article, meta = _article(tree), _meta(tree)
    outlet = _name(article.get("publisher")) or _first(meta, "outlet")
    url = _address(_text(article.get("url")) or _first(meta, "url") or _link(tree))
    return Facts(
        outlet=agency(outlet or "") or outlet,
        title=_alone(_text(article.get("headline")) or _title(tree, meta), outlet),
        byline=_name(article.get("author")) or _byline(_first(meta, "byline")),
        url=url,
        language=_language(tree, article, meta),
        published=_dated(article.get("datePublished"), "json-ld")
        or _dated_by(meta, "published")
        or _searched(source, url),
        modified=_dated(article.get("dateModified"), "json-ld") or _dated_by(meta, "modified"),
    )


def _article(tree: Any) -> dict[str, Any]:
    """The JSON-LD object of the article, or an empty one."""
    types: list[str] = table("html")["json_ld"]["types"]
    best, rank = {}, len(types)
    for item in _objects(tree):
        kinds = item.get("@type")
        for kind in kinds if isinstance(kinds, list) else [kinds]:
            if isinstance(kind, str) and kind in types and types.index(kind) < rank:
                best, rank = item, types.index(kind)
    return best


def _objects(tree: Any) -> Iterator[dict[str, Any]]:
    """All objects of all JSON-LD blocks that can stand for a page: at the top, in lists, and in ``@graph``."""
    limits = table("html")["limits"]
    for script in tree.xpath("//script[@type='application/ld+json']"):
        words = (script.text or "").strip()
        if len(words) > limits["json_chars"]:
            continue
        try:
            yield from _unfolded(json.loads(words, strict=False), limits["json_depth"])
        except (ValueError, RecursionError):
            continue


def _unfolded(item: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(item, list) and depth:
        for each in item:
            yield from _unfolded(each, depth - 1)
    elif isinstance(item, dict) and depth:
        yield item
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _unfolded(item.get(key), depth - 1)


def _meta(tree: Any) -> dict[str, str]:
    """Names of meta elements, lower case, to the first content that each has."""
    found: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        content = _text(element.get("content"))
        for key in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := element.get(key)):
                found.setdefault(name.strip().lower(), content)
    return found


def _first(meta: dict[str, str], fact: str) -> str | None:
    return next((meta[name] for name in table("html")["meta"][fact] if name in meta), None)


def _text(value: Any) -> str | None:
    """One line of text out of a JSON value, its entities resolved; ``None`` if it is none or too long to be one."""
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    return " ".join(_NO_TEXT.sub("\ufffd", html.unescape(value)).split()) or None


def _name(value: Any) -> str | None:
    """The name or names of a person or organisation, as JSON-LD may write them."""
    if isinstance(value, list):
        names = [_name(item) for item in value[:20] if not isinstance(item, list)]
        return ", ".join(dict.fromkeys(filter(None, names))) or None
    return _byline(_text(value.get("name") if isinstance(value, dict) else value))


def _byline(words: str | None) -> str | None:
    """A name, without "By"; an address is none."""
    if not words or "://" in words or words.startswith(("@", "/")):
        return None
    return re.sub(r"^by\s+", "", words, flags=re.IGNORECASE) or None


def _title(tree: Any, meta: dict[str, str]) -> str | None:
    headings = [" ".join("".join(node.itertext()).split()) for node in tree.xpath("//h1")]
    page = " ".join("".join(tree.xpath("string(//head/title)")).split())
    short = page
    for separator in table("html")["titles"]["separators"]:
        short = max(short.split(separator), key=len) if len(short) == len(page) else short
    alone = headings[0] if len(headings) == 1 else None
    limit = table("html")["limits"]["title"]
    return next(
        (words for words in (_first(meta, "title"), alone, short) if words and len(words) <= limit), None
    )


def _alone(title: str | None, outlet: str | None) -> str | None:
    """The title without the outlet's name after it."""
    for separator in table("html")["titles"]["separators"]:
        if title and outlet:
            title = title.removesuffix(separator + outlet)
    return title


def _link(tree: Any) -> str | None:
    return _text(next(iter(tree.xpath("//link[@rel='canonical']/@href")), None))


def _address(words: str | None) -> str | None:
    """A web address, or ``None``: nothing else ("javascript:", a path) is kept."""
    return words if words and re.match(r"https?://[^\s<>\"']+$", words) else None


def _language(tree: Any, article: dict[str, Any], meta: dict[str, str]) -> str | None:
    words = (
        next(iter(tree.xpath("/html/@lang")), None)
        or _text(article.get("inLanguage"))
        or _first(meta, "language")
    )
    found = re.match(r"[A-Za-z]{2,3}(?=[-_]|$)", (words or "").strip())
    return found[0].lower() if found else None


def _dated(value: Any, basis: str) -> Stamp | None:
    return dates.stamp(value, basis) if isinstance(value, str) else None


def _dated_by(meta: dict[str, str], fact: str) -> Stamp | None:
    """The first of the meta elements that holds a date."""
    stamps = (dates.stamp(meta[name], "meta") for name in table("html")["meta"][fact] if name in meta)
    return next(filter(None, stamps), None)


def _searched(source: str, url: str | None) -> Stamp | None:
    """The date in the page's address, else what htmldate finds in the page (a day)."""
    if made := dates.in_address(url):
        return made
    from htmldate import find_date

    day = find_date(
        source, original_date=True, extensive_search=False, min_date=_FIRST_DAY, max_date=_LAST_DAY
    )
    return dates.stamp(day, "htmldate") if day else None
