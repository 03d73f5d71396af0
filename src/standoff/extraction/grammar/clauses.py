"""The plain grammar of phrases and clauses: where a noun phrase ends, who a verb's subject is, what is passive.

Invariant: works on any tree, also a damaged one; a phrase is one stretch that holds its head.
"""

from __future__ import annotations

from collections.abc import Collection

from standoff.extraction.chains.cues import verbs, words
from standoff.extraction.grammar.once import once
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import NAMING, RELATIVE
from standoff.extraction.lexicon import word_set

_BE = frozenset(
    ("is", "was", "were", "been", "be", "being", "are", "am", "'s", "’s", "'re", "’re", "get", "got")
)
_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))
_ASIDE = frozenset(
    "case acl parataxis punct cc conj appos ccomp advcl nsubj cop aux mark dep obl discourse list orphan".split()
)
_LOOSE = frozenset((",", ";", ":", "-", "–", "—", "--"))  # what no phrase begins with
_ACCORDING = frozenset(("according",))
_DEPTH = 4
_TWO = 2


@once
def noun_phrase(page: Page, head: int) -> Stretch:
    """The phrase of a noun as one stretch: its subtree without clauses, asides and joined phrases."""
    cut = frozenset(
        child
        for child in page.children[head]
        if (page.relations[child] in _ASIDE and not _is_name_beside(page, head, child))
        or (page.relations[child] == "advmod" and child > head)
    )
    inside = page.subtree(head, cut)
    first = last = inside.index(head)
    while (
        first
        and _beside(page, inside[first - 1], inside[first])
        and not _opens_phrase(page, inside[first - 1])
    ):
        first -= 1
    while last + 1 < len(inside) and inside[last + 1] == inside[last] + 1:
        if page.forms[inside[last + 1]] in (",", "including"):
            break
        last += 1
    while last > first and page.tags[inside[last]] == "ADP" and inside[last] > head:
        last -= 1  # a preposition whose noun the tree hangs elsewhere
    while inside[first] < head and page.forms[inside[first]] in _LOOSE:
        first += 1
    return Stretch(inside[first], inside[last] + 1)


def joined_phrase(page: Page, head: int) -> Stretch:
    """The phrase of a noun with those that are joined to it: "[the army and the mayor] said"."""
    at = noun_phrase(page, head)
    joined = (
        noun_phrase(page, kid)
        for kid in page.children[head]
        if kid > head and page.relations[kid] == "conj" and page.tags[kid] in NAMING
    )
    return Stretch(at.first, max((at.last, *(other.last for other in joined))))


def _is_name_beside(page: Page, noun: int, word: int) -> bool:
    """Whether a name stands right behind a noun that says who bears it: "his sister [Tilda]"."""
    named = page.relations[word] == "appos" and word == noun + 1 and page.tags[word] == "PROPN"
    return named and page.tags[noun] == "NOUN" and page.entity_labels.get(word) != "time"


def _beside(page: Page, word: int, after: int) -> bool:
    """Whether nothing stands between two words but the mark that opens a quotation: 'fifteen "terrorists"'."""
    return word == after - 1 or (word == after - 2 and page.quoted[word + 1] >= 0 > page.quoted[word])


def _opens_phrase(page: Page, word: int) -> bool:
    """Whether a preposition before a phrase hangs on one of its inner words, as it does in a broken tree."""
    return page.relations[word] in ("case", "fixed") and page.forms[word] not in _POSSESSIVE


@once
def passive(page: Page, verb: int) -> bool:
    """Whether a verb stands in the passive: a form of "be" before a participle, or a participle after its noun."""
    form = page.forms[verb]
    if form.endswith("ing"):
        return False
    kids = page.children[verb]
    if any(
        page.relations[kid] in ("aux", "cop") and page.forms[kid] in _BE and not _is_of_other(page, kid, verb)
        for kid in kids
    ):
        return form.endswith(("ed", "n", "t", "d")) or form in words("grammar", "participles")
    cue = verbs().get(form)
    if cue is not None and cue.citing and form.endswith("ed") and page.forms[verb + 1 : verb + 2] == ["by"]:
        return True  # "X, quoted by Y, said", whatever the tree hangs it on
    whom = page.tags[verb + 1 : verb + 2] in (["DET"], ["PROPN"], ["NOUN"], ["PRON"], ["NUM"])
    if (
        cue is not None
        and cue.accusing
        and form.endswith("ed")
        and page.child(verb, "obj") is None
        and not whom
    ):
        return page.relations[verb] in ("xcomp", "acl", "advcl", "conj")  # "stands accused of"
    return page.relations[verb] == "acl" and page.child(verb, "nsubj") is None and form.endswith(("ed", "n"))


def _is_of_other(page: Page, auxiliary: int, verb: int) -> bool:
    """Whether an auxiliary is of a clause before that of its verb, which has a subject of its own: "five [were] killed,
    the mayor told Radio Ansk"."""
    between = any(auxiliary < kid < verb and page.relations[kid] == "nsubj" for kid in page.children[verb])
    return between and "," in page.forms[auxiliary:verb]


def does(page: Page, who: int) -> int:
    """The word of which a word is the subject, a verb most often; -1 where it is none."""
    return page.heads[who] if page.relations[who] == "nsubj" else -1


def shared_verbs(page: Page, who: int) -> list[int]:
    """The verb of which a word is the subject, with those joined to it that share it: "[he] ran but was caught"."""
    if (verb := does(page, who)) < 0:
        return []
    joined = (
        kid for kid in page.children[verb] if page.relations[kid] == "conj" and page.tags[kid] == "VERB"
    )
    return [verb, *(kid for kid in joined if page.child(kid, "nsubj") is None)]


def negation(page: Page, word: int) -> int | None:
    """The first "not", "never" on a word, where it has one: "was [not] hurt"."""
    return next((kid for kid in page.children[word] if page.forms[kid] in words("grammar", "negating")), None)


def has_case(page: Page, noun: int, forms: Collection[str]) -> bool:
    """Whether one of these prepositions stands before a noun."""
    return any(
        page.relations[child] == "case" and page.forms[child] in forms for child in page.children[noun]
    )


def keeps_from(page: Page, verb: int) -> bool:
    """Whether a verb of denying has somebody who does not get a thing beside that: "denied [him] access", "[they] were
    denied access"."""
    things = [kid for kid in page.children[verb] if page.relations[kid] in ("obj", "iobj") and kid > verb]
    return len(things) > (not passive(page, verb))


def told_with(page: Page, noun: int, preposition: str) -> list[int]:
    """The words of what stands behind a noun with a preposition: of "the governor of Dalmora" the last two."""
    after = (kid for kid in page.children[noun] if kid > noun and page.relations[kid] == "nmod")
    marked = (kid for kid in after if any(page.forms[mark] == preposition for mark in page.children[kid]))
    return [word for kid in marked for word in page.subtree(kid)]


def is_joined(page: Page, word: int) -> bool:
    """Whether a word is one of several that are joined."""
    return page.relations[word] == "conj" or page.child(word, "conj") is not None


def subject(page: Page, verb: int, depth: int = 0) -> int | None:
    """The word that a verb's subject hangs on, found through shared subjects, relatives and participles."""
    own = _nearest_subject(page, verb)
    relation, head = page.relations[verb], page.heads[verb]
    if own is not None:
        if page.forms[own] in RELATIVE and relation == "acl":
            return whose(page, head, own) if page.forms[own] == "who" else head
        return own
    if head < 0 or depth >= _DEPTH:
        return None
    if relation == "acl":
        return _of_phrase(page, head, depth) if _is_gerund(page, verb) else head
    if relation in ("conj", "advcl", "xcomp", "parataxis"):
        return subject(page, head, depth + 1) if page.tags[head] in ("VERB", "AUX", "ADJ", "NOUN") else None
    return None


def whose(page: Page, thing: int, who: int) -> int:
    """Who is meant by a "who" on a noun: whose a thing is, where that stands between: "a statement by [the governor],
    who said"."""
    kinds, before = page.entity_labels, who - 1 - (page.forms[who - 1] == ",")
    return before if before > thing and kinds.get(before) == "person" != kinds.get(thing) else thing


def _nearest_subject(page: Page, verb: int) -> int | None:
    """A verb's subject; of two the second where "whose" is on the first, "whose name the police have not revealed", or
    a comma parts them, "six had died, the mayor said"; of what is told the one that the tree gives to the verb of
    telling before it: "officers said [he] first said that"."""
    nouns = (kid for kid in page.children[verb] if page.relations[kid] == "nsubj")
    subjects = [kid for kid in nouns if not has_case(page, kid, _ACCORDING)]
    over = page.heads[verb]
    if not subjects and page.relations[verb] == "ccomp" and over >= 0:
        return next(
            (kid for kid in page.children[over] if over < kid < verb and page.relations[kid] == "nsubj"), None
        )
    if len(subjects) < _TWO:
        return subjects[0] if subjects else None
    owned = any(page.forms[kid] == "whose" for kid in page.children[subjects[0]])
    parted = subjects[1] < verb and "," in page.forms[subjects[0] : subjects[1]]
    parted = parted and page.tags[subjects[1]] != "PRON"
    return subjects[1] if owned or parted else subjects[0]


def doer(page: Page, verb: int) -> int | None:
    """As `subject`, of a verb whose clause a conjunction opens: the subject of the clause around it, whatever noun the
    tree hangs it on ("[a boy] is in hospital after shooting himself")."""
    noun = page.heads[verb]
    opened = any(page.relations[kid] == "mark" for kid in page.children[verb])
    if opened and page.relations[verb] == "acl" and page.child(verb, "nsubj") is None and noun >= 0:
        own, over = page.child(noun, "nsubj"), page.heads[noun]
        return subject(page, over) if own is None and over >= 0 else own
    return subject(page, verb)


def _is_gerund(page: Page, verb: int) -> bool:
    """Whether a verb names what a noun is of: "weeks of denying it"."""
    marks = {page.forms[kid] for kid in page.children[verb] if page.relations[kid] in ("mark", "case")}
    return page.forms[verb].endswith("ing") and "of" in marks


def _of_phrase(page: Page, noun: int, depth: int) -> int | None:
    """Who does what a phrase on a noun names: its owner, else the subject of its clause."""
    owner = next((kid for kid in page.children[noun] if kid < noun and page.relations[kid] == "nmod"), None)
    above = page.heads[noun]
    if owner is not None or above < 0 or page.relations[noun] not in ("obl", "obj"):
        return owner
    return subject(page, above, depth + 1)


def teller(page: Page, verb: int) -> int | None:
    """As `subject`, of a verb of telling: a participle goes on with the telling around it, whatever clause of what is
    told the tree hangs it on ("X said Y had fled, adding that ...")."""
    if (
        page.forms[verb].endswith("ing")
        and page.relations[verb] in ("advcl", "parataxis")
        and page.child(verb, "nsubj") is None
    ):
        above = page.heads[verb]
        for _ in range(_DEPTH):
            told = above >= 0 and (page.relations[above] == "ccomp" or _is_that_clause(page, above))
            over = page.heads[above] if above >= 0 else -1
            if told and page.relations[above] == "acl":
                over = page.heads[over]
            if told and over >= 0 and page.tags[over] == "VERB" and page.forms[over] in verbs():
                return subject(page, over)
            if over < 0 or page.relations[above] not in ("conj", "advcl", "xcomp"):
                break
            above = over
    own = turning(page, verb)
    return subject(page, verb) if own is None else own


def _is_that_clause(page: Page, verb: int) -> bool:
    """Whether a verb is that of a clause that tells what a noun is about: "denied reports that troops had [fired]"."""
    that = (kid for kid in page.children[verb] if page.relations[kid] == "mark" and page.forms[kid] == "that")
    return page.relations[verb] == "acl" and any(True for _ in that)


def turning(page: Page, verb: int) -> int | None:
    """Who told a thing before, of a verb of telling that turns to another: "X told them that Y had shot her, but later
    said that ...", "X said that Y was not there and blamed Z"."""
    over = turned_from(page, verb)
    return None if over is None else subject(page, over)


def turned_from(page: Page, verb: int) -> int | None:
    """The verb of telling whose source goes on to another by a verb that the tree joins to what was told."""
    told = page.heads[verb]
    if page.relations[verb] != "conj" or told < 0 or page.child(verb, "nsubj") is not None:
        return None
    over = page.heads[told]
    if page.relations[told] != "ccomp" or over < 0 or page.forms[over] not in verbs():
        return None
    first = next((kid for kid in page.children[verb] if page.relations[kid] == "cc"), verb)
    turns = page.forms[first] == "but" and page.forms[first - 1] == ","
    turns = turns or page.forms[told] in word_set("parties", "tolls", "killed")  # the dead tell nothing
    opened = any(page.forms[kid] == "that" for kid in page.children[told])
    figure = page.child(told, "nsubj")
    opened = opened or (figure is not None and page.forms[figure] in words("nouns", "counted"))
    return over if turns or (opened and _accuses(page, verb)) else None


def _accuses(page: Page, verb: int) -> bool:
    cue = verbs().get(page.forms[verb])
    return cue is not None and cue.accusing


def begins_with_the(page: Page, at: Stretch) -> bool:
    """Whether "the" opens some words, or stands right before them: who is meant has been told of before."""
    return "the" in page.forms[max(0, at.first - 1) : at.first + 1]
