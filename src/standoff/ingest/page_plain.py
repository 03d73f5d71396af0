"""Pages without an extractor: one linear pass over the tags, for pages that no tree should be built of.

Also what guards the extractor (`is_too_large`, `is_too_deep`) and the captions that it leaves out.
"""

from __future__ import annotations

import html
import re
from functools import cache
from typing import Any

from standoff.ingest.lexicon import table

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_MARKUP = re.compile(r"<[!?/][^<>]*>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CODE = ("script", "style")
_QUOTED = re.compile(r"=\s*(?:\"[^\"]*\"|'[^']*')")
_ASIDE = "ancestor::aside or ancestor::nav or ancestor::footer or ancestor::header[not(ancestor::article)]"
_WITHIN = "ancestor::article or ancestor::main or ancestor::*[@itemprop='articleBody']"
_CAPTIONS = f"//figcaption[({_WITHIN}) and not({_ASIDE})]"


@cache
def _block() -> re.Pattern[str]:
    """A tag that begins or ends a paragraph."""
    return re.compile(
        rf"</?(?:{'|'.join(table('html')['elements']['block'])})(?:[\s/][^<>]*)?>", re.IGNORECASE
    )


def is_too_large(source: str) -> bool:
    """Whether a page has more tags, or a tag with more attributes, than a tree is built of. Linear in its length."""
    limits = table("html")["limits"]
    if source.count("<") > 2 * limits["elements"]:
        return True
    # libxml2 compares each attribute with all before it.
    tags = _QUOTED.sub("=", _without(_without(source, "script", cut=True), "style", cut=True))
    return re.search(rf"<[a-zA-Z][^<>]{{{limits['tag']},}}", tags) is not None


def is_too_deep(tree: Any) -> bool:
    """Whether an lxml tree has more elements, or more levels, than the extractor takes in reasonable time."""
    from lxml.etree import iterwalk

    limits = table("html")["limits"]
    depth = count = 0
    for event, _ in iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth > limits["depth"] or count > limits["elements"]:
            return True
    return False


def paragraphs(source: str) -> list[str]:
    """All visible text of a page, one string a block, white space made single. Linear in the page's length."""
    text = _without_comments(re.sub(r"[\r\n]", " ", source))
    for name in table("html")["elements"]["skipped"]:
        text = _without(text, name, cut=name in _CODE)
    text = _MARKUP.sub("", _TAG.sub("", _block().sub("\n", text)))
    try:
        text = html.unescape(text)
    except ValueError:  # a character reference with thousands of digits
        text = text.replace("&#", "& #")
    return [line for line in (" ".join(line.split()) for line in text.split("\n")) if line]


def _without_comments(text: str) -> str:
    """A page without its comments; one that is never closed takes the rest, as in browsers."""
    end = text.rfind("-->") + 3 if "-->" in text else 0
    return _COMMENT.sub("", text[:end]) + text[end:].partition("<!--")[0]


def _without(text: str, name: str, *, cut: bool) -> str:
    """A page without the elements of a name and all in them. One never closed takes the rest (``cut``) or stays.

    What stands after the last end tag is set aside first: behind it a search for an end would run to the end of the
    page from every start tag.
    """
    last = 0
    for found in re.finditer(rf"</{name}\b[^<>]*>?", text, re.IGNORECASE):
        last = found.end()
    kept = re.sub(rf"<{name}\b.*?</{name}\b[^<>]*>?", "\n", text[:last], flags=re.IGNORECASE | re.DOTALL)
    open_tag = re.search(rf"<{name}\b", text[last:], re.IGNORECASE) if cut else None
    return kept + (text[last : last + open_tag.start()] if open_tag else text[last:])


def captions(tree: Any) -> list[str]:
    """The captions of the article's pictures (an lxml tree), in order, each once; teasers' captions left out."""
    limits = table("html")["limits"]
    found: dict[str, None] = {}
    for element in tree.xpath(_CAPTIONS):
        words = " ".join("".join(element.itertext()).split())
        if len(words) <= limits["caption"] and len(words.split()) >= limits["caption_words"]:
            found.setdefault(words)
    return list(found)[: limits["captions"]]
