"""How certain a reader may be that what a word tells happened, -3 (it did not) to +3 (it did).

`factuality` is the one function to replace when the model has a head for it. Its rules are manner's labels, the words
around in the tree, and the word over it; their weights are a ridge regression's (`fit_factuality.py`) and stand in
``data/factuality_weights.toml``.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from standoff.extraction.manner import manner
from standoff.extraction.page import Page

WEIGHTS = Path(__file__).parent / "data" / "factuality_weights.toml"
LIMIT = 3.0
_ABOVE = 3  # heads that are looked at
_MODALS = frozenset("may might can could would should will shall must 'll 'd ca wo".split())
_NEGATIONS = frozenset("not n't never no without neither nor none nobody nothing".split())


def factuality(page: Page, word: int) -> float:
    """The score of what a word of a page tells."""
    weights = _weights()
    total = sum(weights.get(name, 0.0) * value for name, value in features(page, word).items())
    return max(-LIMIT, min(LIMIT, total))


@cache
def _weights() -> dict[str, float]:
    found: dict[str, float] = tomllib.loads(WEIGHTS.read_text("utf-8"))["weights"]
    return found


def features(page: Page, word: int) -> dict[str, float]:
    """What the rules see of a word, as numbers by name."""
    sentence = page.bounds[page.sentence[word]]
    names = ["bias", *_manner(page, word), *_tree(page, word), *_over(page, word)]
    if page.forms[sentence.last - 1] == "?":
        names.append("question")
    return dict.fromkeys(names, 1.0)


def _manner(page: Page, word: int) -> list[str]:
    first, last = page.bounds[page.sentence[word]]
    heads = [head - first if head >= 0 else -1 for head in page.heads[first:last]]
    found = manner(page.forms[first:last], word - first, word - first + 1, "", page.tags[first:last], heads)
    return [found.polarity, found.certainty, found.realis]


def _tree(page: Page, word: int) -> list[str]:
    """The word's own shape and what hangs on it."""
    form, tag, relation = page.forms[word], page.tags[word], page.relations[word]
    ending = next((end for end in ("ing", "ed", "s") if form.endswith(end)), "other")
    names = [f"tag {tag}", f"relation {relation}", f"{tag} {ending}", f"relation {relation} {ending}"]
    for child in page.children[word]:
        below = page.forms[child]
        if page.relations[child] in ("aux", "mark", "cop", "advmod", "det", "cc"):
            names.append(f"{page.relations[child]} {below}")
        names += ["modal"] * (below in _MODALS) + ["negated"] * (below in _NEGATIONS)
        names += ["subject you"] * (page.relations[child] == "nsubj" and below == "you")
    if not any(page.relations[child] in ("nsubj", "csubj") for child in page.children[word]):
        names.append(f"no subject {relation}")
    return names


def _over(page: Page, word: int) -> list[str]:
    """The words that the word hangs on, and what is negated, modal or conditional among them."""
    names = [f"word {page.forms[word]}"]
    relation = page.relations[word]
    for depth, head in enumerate(page.above(word)[:_ABOVE]):
        below = {page.forms[child] for child in page.children[head]}
        if depth == 0:
            names += [f"under {page.forms[head]}", f"under {page.forms[head]} {relation}"]
        names += ["negated above"] * bool(below & _NEGATIONS) + ["modal above"] * bool(below & _MODALS)
        names += [f"{mark} above" for mark in ("if", "to", "unless", "when") if mark in below]
    return names
