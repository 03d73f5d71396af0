"""When a verb of telling does something instead: "found four bodies", "announced relief", "rejected an offer".

Invariant: decided by the verb's own dependents and ``data/cues.toml``; a clause or a quotation is always told.
"""

from __future__ import annotations

from standoff.extraction.chains.cues import Cue, verbs, words
from standoff.extraction.chains.facts import of_fact
from standoff.extraction.chains.source_words import noun_kind
from standoff.extraction.chains.telling_nouns import by_whom
from standoff.extraction.grammar.clauses import keeps_from, noun_phrase, passive, subject
from standoff.extraction.grammar.page import Page, Stretch, compact
from standoff.extraction.grammar.tags import NOUNS, VERBS
from standoff.extraction.lexicon import section
from standoff.extraction.manner.falsehoods import called_false

_ONE = frozenset(("a", "an"))
_COUNTED = ("NOUN", "NUM", "SYM")
_LEAST_NAMED = 3
_NAMED = ("obj", "xcomp", "ccomp")  # what is named, or what it is said to be
_NEITHER, _JOINTS = frozenset(("neither", "not", "n't", "nor")), frozenset(("nor", "or"))
_APART = 3  # words between "neither" and "confirmed", and between that and "denied"
_PICTURES = ("document", "imagery", "social", "media")
_THINGS = (*_PICTURES, "expert", "official")


def only_mentions(page: Page, verb: int, source: int | None = None) -> bool:
    """Whether a verb that may tell has a bare thing as its object: "found four bodies", "the storm claimed lives".

    ``source`` is the word for who tells, where that is known better than by the verb's subject.
    """
    if only_names(page, verb) or undecided(page, verb):
        return True
    cue, thing = verbs().get(page.forms[verb]), page.child(verb, "obj", "xcomp")
    if cue is not None and cue.by_press:
        head = subject(page, verb) if source is None else source
        own = head is not None and any(page.forms[child] == "our" for child in page.children[head])
        return head is None or own or noun_kind(page.forms[head]) != "journalist"
    if cue is not None and cue.naming:
        return not name_given(page, verb) and called_false(page, verb) is None
    if cue is not None and cue.citing and page.tags[verb] == "VERB":
        cited = page.child(verb, "obj")
        return cited is not None and page.forms[cited] in words("nouns", "reasons")
    if cue is not None and (_acts(page, verb, cue) or of_fact(page, verb, cue)):
        return True
    if (
        cue is None
        or thing is None
        or page.child(verb, "ccomp", "csubj") is not None
        or page.quoted[thing] >= 0
    ):
        return False
    if cue.wary:
        return cue.lemma not in words("grammar", "committing")
    head = subject(page, verb)
    if cue.lemma in words("grammar", "by_text") and head is not None and not passive(page, verb):
        return not may_tell(page, head, cue)
    if cue.act != "claims" or page.forms[thing] in words("nouns", "responsibility"):
        return False  # whoever claims responsibility for an act is somebody who speaks
    speechless = head is not None and page.tags[head] == "NOUN" and noun_kind(page.forms[head]) is None
    return speechless and not passive(page, verb)


def _acts(page: Page, verb: int, cue: Cue) -> bool:
    """Whether a verb of telling does something instead: "announced relief", "rejected an offer", "told him to stop",
    "denied him food"."""
    if page.child(verb, "ccomp", "csubj") is not None:
        return False
    thing, order = page.child(verb, "obj"), page.child(verb, "xcomp")
    if thing is not None and page.forms[thing] in words("grammar", "silent"):
        return True
    if cue.act == "denies" and keeps_from(page, verb):
        return True
    if cue.telling and order is not None:
        return any(page.forms[child] == "to" for child in page.children[order])
    if thing is None or page.tags[thing] not in _COUNTED or page.quoted[thing] >= 0:
        return False
    if cue.lemma in words("grammar", "deciding"):
        return page.forms[thing] not in section("parties", "nouns")["harm"]
    told_of = words("backward", "nouns") | words("nouns", "responsibility") | words("nouns", "ties")
    return cue.lemma in words("grammar", "refusing") and page.forms[thing] not in told_of


def undecided(page: Page, verb: int) -> bool:
    """Whether a verb is one of two that take no side: "neither confirmed nor denied", "refused to confirm or deny"."""
    act = _side(page, verb)
    for other in range(max(0, verb - _APART), min(len(page), verb + _APART + 1)) if act else ():
        if _side(page, other) not in (act, None):
            first, last = min(verb, other), max(verb, other)
            before = page.forms[max(0, first - _APART) : first]
            none = not _NEITHER.isdisjoint(before) or any(_declines(form) for form in before)
            if none and _JOINTS.intersection(page.forms[first + 1 : last]):
                return True
    return False


def _declines(form: str) -> bool:
    cue = verbs().get(form)
    return cue is not None and cue.act == "declines"


def _side(page: Page, word: int) -> str | None:
    cue = verbs().get(page.forms[word])
    return cue.act if cue is not None and cue.act in ("confirms", "denies") else None


def only_names(page: Page, verb: int) -> bool:
    """Whether a passive only tells what something is called: "a group called X", "the man known as Y"; "it is known
    that" tells, and so does who calls it so."""
    if page.forms[verb] not in words("grammar", "names") or page.child(verb, "ccomp", "csubj") is not None:
        return False
    bare = page.relations[verb] == "acl" and page.child(verb, "nsubj") is None
    return (bare or passive(page, verb)) and by_whom(page, verb) is None


def name_given(page: Page, verb: int) -> tuple[Stretch, ...]:
    """What "called it" says that something is: the name in quotation marks, where the verb itself is outside them, or
    what it is one of ("called it [a terrorist attack]")."""
    if page.quoted[verb] >= 0 or page.child(verb, "obj", "xcomp") is None:
        return ()
    inside = [word for word in page.subtree(verb) if word > verb and page.quoted[word] >= 0]
    if len(inside) >= _LEAST_NAMED:
        return compact(inside)
    nouns = (kid for kid in page.children[verb] if page.tags[kid] in NOUNS)
    what = max((kid for kid in nouns if page.relations[kid] in _NAMED), default=verb)
    one = what > verb and any(page.forms[kid] in _ONE for kid in page.children[what])
    return (noun_phrase(page, what),) if one and _is_predicate(page, verb, what) else ()


def _is_predicate(page: Page, verb: int, what: int) -> bool:
    """Whether a word after a verb of naming says what something is, and is not what is named: "called that [a lie]"."""
    things = [kid for kid in page.children[verb] if page.relations[kid] == "obj"]
    return page.relations[what] != "obj" or len(things) > 1


def said_to_be(page: Page, verb: int, cue: Cue) -> tuple[Stretch, ...]:
    """What a verb of naming or describing says that something is; of other verbs nothing."""
    if cue.naming:
        return name_given(page, verb)
    at = described_as(page, verb) if cue.lemma in words("grammar", "describing") else None
    return () if at is None else (at,)


def described_as(page: Page, verb: int) -> Stretch | None:
    """What a verb says that something is, after "as": "described it as [an accident]", "as [breaking the truce]"."""
    for kid in page.children[verb]:
        if kid > verb and any(page.forms[mark] == "as" for mark in page.children[kid] if mark < kid):
            last = max(page.subtree(kid)) + 1 if page.tags[kid] in VERBS else noun_phrase(page, kid).last
            first = next(mark for mark in page.children[kid] if page.forms[mark] == "as") + 1
            return Stretch(first, last)
    return None


def may_tell(page: Page, head: int, cue: Cue) -> bool:
    """Whether who is the source may do by a verb what tells: "the video captured it", not "rebels captured it"."""
    kind = noun_kind(page.forms[head])
    if cue.lemma in words("grammar", "by_picture"):
        return kind in _PICTURES
    return not cue.by_thing or kind in _THINGS
