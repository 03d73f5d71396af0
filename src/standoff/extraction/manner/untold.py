"""What nobody confirms: "no official confirmed that six had died", "the army has yet to confirm it".

Invariant: the verb stands in the active voice, and what it would tell stands behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

from standoff.extraction.chains.cues import verbs, words
from standoff.extraction.grammar.clauses import passive
from standoff.extraction.grammar.once import once
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import VERBS
from standoff.extraction.lexicon import word_set

_YET = ["yet", "to"]


@once
def untold(page: Page) -> dict[int, Stretch]:
    """The verbs by which nobody tells, or nobody so far, with the words that say so."""
    telling = (pair for word in page.where(_none() | {"yet"}) for pair in _beside(page, word))
    return {verb: Stretch(word, verb + 1) for word, verb in telling if not passive(page, verb)}


def nobody_tells(page: Page, head: int, verb: int) -> bool:
    """Whether the subject of a telling is nobody: "[no official] confirmed that", "none of [the officials] said"."""
    at = untold(page).get(verb)
    if at is None or page.forms[at.first] == _YET[0]:
        return False
    subject = page.child(verb, "nsubj")
    return subject is not None and subject in (head, page.heads[head])


def untold_over(page: Page, at: Stretch, top: int) -> Stretch | None:
    """The words that say that nobody tells what stands at a stretch, whose ``top`` hangs on a clause or a thing of the
    verb, and in no other clause that is joined to it or asks something; else ``None``."""
    known = untold(page)
    path = [top, *page.above(top)] if known else []
    cut = next((at for at, word in enumerate(path) if page.heads[word] in known), None)
    if cut is None or any(_is_of_its_own(page, word) for word in path[: cut + 1]):
        return None
    over, found = path[cut], known[page.heads[path[cut]]]
    confirms = verbs()[page.forms[found.last - 1]].act == "confirms"
    told = page.relations[over] == "ccomp" or (confirms and page.relations[over] == "obj")
    return found if told and at.first >= found.last else None


def _is_of_its_own(page: Page, word: int) -> bool:
    """Whether a word is that of a clause with a subject of its own that is joined to another, or that asks."""
    joined = page.relations[word] in ("conj", "parataxis") and page.child(word, "nsubj") is not None
    return joined or (
        page.relations[word] == "ccomp" and page.forms[min(page.subtree(word))] in words("grammar", "asking")
    )


def _beside(page: Page, word: int) -> Iterator[tuple[int, int]]:
    """A word that says that nobody does, with the verb of telling whose subject it is or stands on, or which it puts
    off."""
    if page.forms[word : word + 2] == _YET:
        verb = page.heads[word + 1]
    else:
        over = page.heads[word]
        subject = word if page.relations[word] == "nsubj" and page.tags[over] in VERBS else over
        verb = page.heads[subject] if subject >= word and page.relations[subject] == "nsubj" else -1
        if verb >= 0 and [kid for kid in page.children[verb] if page.relations[kid] == "nsubj"] != [subject]:
            return  # the tree is in doubt
    cue = verbs().get(page.forms[verb]) if verb > word else None
    if cue is not None and cue.act in ("says", "confirms") and page.tags[verb] == "VERB":
        yield word, verb


def _none() -> frozenset[str]:
    return word_set("manner", "untold", "nobody")
