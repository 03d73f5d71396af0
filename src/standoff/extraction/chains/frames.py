"""Tellings found by tree and cue words: who (subject), what verb, what is told.

A frame is a candidate: `links` decides between frames and the spans that the model read.
Invariant: source, cue and content of a frame lie in one sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from standoff.extraction.chains.acts import name_given, only_mentions
from standoff.extraction.chains.cues import Cue, verbs, words
from standoff.extraction.chains.sources import noun_kind
from standoff.extraction.chains.telling_nouns import by_whom, issuer, none_told, that_clause, topic
from standoff.extraction.grammar.clauses import noun_phrase, passive, subject, teller
from standoff.extraction.grammar.page import Page, Stretch, compact
from standoff.extraction.lexicon import section
from standoff.extraction.manner.falsehoods import Falsehood, called_false, told_as_false
from standoff.extraction.values.revisions import figures_of
from standoff.records.claims import Act

_UNREAL = frozenset(("would", "could", "should", "might", "may", "must", "can", "ca", "wo", "will", "to"))
_OWN = frozenset(("this", "our"))
_SELF = frozenset(
    (
        "i",
        "we",
        "you",
        "neither",
        "none",
        "one",
        "everyone",
        "everybody",
        "nobody",
        "anyone",
        "someone",
        "somebody",
    )
)
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"))
_PHRASES = frozenset(("nmod", "obl", "obj", "nsubj", "appos", "conj"))
_THINGS = ("document", "imagery", "social", "media", "expert", "official")
_PICTURES = ("document", "imagery", "social", "media")
_NOT_GUILTY = ("not", "guilty")
_LEAST_QUOTED = 5  # words, marks included


@dataclass(frozen=True, slots=True)
class Frame:
    """One telling. ``verb`` is the cue's main word, ``head`` the source's (``None``: implicit).

    ``medium`` is whom it was told; ``beside`` the telling verb that a "citing" stands beside, and within; ``around``
    the telling verb that stands within this one ("X, quoted by Y, said"); ``false`` the word that calls it so.
    """

    verb: int
    cue: tuple[Stretch, ...]
    head: int | None
    source: tuple[Stretch, ...]
    content: tuple[Stretch, ...]
    act: Act
    medium: int | None = None
    beside: int | None = None
    around: int | None = None
    false: int | None = None


def frames(page: Page) -> list[Frame]:
    """Every telling in a report, in the order of their cues."""
    table, telling, counting = verbs(), words("nouns", "telling"), words("grammar", "counting")
    found: list[Frame] = []
    taken: set[int] = set()
    for word in page.where(_cue_words()):
        form = page.forms[word]
        cue = table.get(form)
        if (rejected := called_false(page, word)) is not None:
            found += _called_false(page, word, rejected)
        elif cue is not None and page.tags[word] == "VERB" and word not in taken:
            made = _verb_frame(page, word, cue)
            taken.update(frame.verb for frame in made)
            found += made
        elif form in counting:
            found += _counting(page, word)
        elif form == "according" and word + 1 < len(page) and page.forms[word + 1] == "to":
            found += _according(page, word)
        elif is_plea(page, word):
            found += _plea(page, word)
        elif form in telling or (form.endswith("s") and form.rstrip("s") in telling):
            found += _noun_frame(page, word)
    return found


@cache
def _cue_words() -> frozenset[str]:
    """Words that a telling may be found by."""
    grammar = words("grammar", "counting") | words("grammar", "pleading")
    nouns = words("nouns", "telling")
    false = section("manner", "falsehoods")["verbs"]
    return frozenset((*verbs(), *nouns, *(f"{noun}s" for noun in nouns), *grammar, *false, "according"))


def is_plea(page: Page, word: int) -> bool:
    """Whether a verb is that of a plea of not guilty."""
    pleads = page.forms[word] in words("grammar", "pleading")
    return pleads and tuple(page.forms[word + 1 : word + 3]) == _NOT_GUILTY


def _plea(page: Page, verb: int) -> list[Frame]:
    head = subject(page, verb)
    if head is None:
        return []
    at = noun_phrase(page, head)
    return [Frame(verb, _cue(page, verb), head, (at,), (Stretch(verb + 1, verb + 3),), "denies")]


def counts(page: Page, verb: int) -> Stretch | None:
    """The number that a verb puts a toll at ("put the death toll at eight"), if it does."""
    return None if passive(page, verb) else figures_of(page, verb)[1]


def _counting(page: Page, verb: int) -> list[Frame]:
    """ "The ministry put the toll at eight": who counts is the source, the toll and its number are told."""
    number, head = counts(page, verb), subject(page, verb)
    if number is None or head is None or page.forms[head] in _SELF or passive(page, verb):
        return []
    content = Stretch(verb + 1, number.last)
    above = page.heads[number.last - 1]
    if above == number.last and page.tags[above] in ("NOUN", "ADJ"):
        content = Stretch(verb + 1, above + 1)
    old = figures_of(page, verb)[0]
    last = max(content.last, old.last if old else 0)
    content = Stretch(content.first, _past_parts(page, last))
    return [Frame(verb, _cue(page, verb), head, (noun_phrase(page, head),), (content,), "says")]


def _called_false(page: Page, verb: int, found: Falsehood) -> list[Frame]:
    """Who calls a claim false denies it; what is claimed is told."""
    head = by_whom(page, verb) if passive(page, verb) else subject(page, verb)
    content = told_as_false(page, found)
    if head is None or not content or page.forms[head] in _SELF:
        return []
    at = (noun_phrase(page, head),)
    return [Frame(verb, _cue(page, verb), head, at, content, "denies", false=found.word)]


def _past_parts(page: Page, last: int) -> int:
    """The word after the parts of a number that stands before ``last``: "17, including nine policemen", "five: four
    dockers and the clerk"."""
    end = page.bounds[page.sentence[last - 1]].last
    listed = last < end and page.forms[last] == ":"
    if last + 1 >= end or not (
        listed or (page.forms[last] == "," and page.forms[last + 1] in words("grammar", "parts"))
    ):
        return last
    noun = next((word for word in range(last + 1, end) if page.tags[word] in ("NOUN", "PROPN")), None)
    if noun is None:
        return last
    others = [kid for kid in page.children[noun] if listed and page.relations[kid] == "conj"]
    return max(word for item in (noun, *others) for word in (item + 1, noun_phrase(page, item).last))


def _verb_frame(page: Page, verb: int, cue: Cue) -> list[Frame]:
    kids = page.children[verb]
    helpers = {page.forms[child] for child in kids if page.relations[child] in ("aux", "mark")}
    if helpers & _UNREAL and not helpers & {"have", "has", "had"}:
        return []
    if passive(page, verb):
        return _passive(page, verb, cue)
    head = teller(page, verb) if cue.lemma not in words("grammar", "hearing") else _heard_from(page, verb)
    if cue.citing:
        return _citing(page, verb, head)
    if head is None or page.forms[head] in _SELF:
        return []
    if not _may_tell(page, head, cue):
        return []
    content = told(page, verb, cue)
    if not content or only_mentions(page, verb):
        return []
    at = noun_phrase(page, head)
    if any(at.holds(word) for part in content for word in (part.first, part.last - 1)):
        return []
    medium = _hearer(page, verb, cue)
    return [Frame(verb, _cue(page, verb), head, (at,), content, cue.act, medium)]


def _heard_from(page: Page, verb: int) -> int | None:
    """Who told what somebody heard: "heard from neighbours that"; else who heard it."""
    given = (kid for kid in page.children[verb] if page.relations[kid] == "obl")
    told_by = (kid for kid in given if any(page.forms[mark] == "from" for mark in page.children[kid]))
    return next(told_by, teller(page, verb))


def _may_tell(page: Page, head: int, cue: Cue) -> bool:
    """Whether who is the source may do by a verb what tells: "the video captured it", not "rebels captured it"."""
    kind = noun_kind(page.forms[head])
    if cue.lemma in words("grammar", "by_picture"):
        return kind in _PICTURES
    return not cue.by_thing or kind in _THINGS


def told(page: Page, verb: int, cue: Cue) -> tuple[Stretch, ...]:
    """What a verb tells: its clause, its quotation, the clause it interrupts, or its noun phrase."""
    kids = page.children[verb]
    if cue.naming:
        return name_given(page, verb)
    if cue.by_press:
        return compact(_trimmed(page, [word for word in page.subtree(verb) if word > verb]))
    inside = [word for child in kids if page.relations[child] == "ccomp" for word in page.subtree(child)]
    relation, head = page.relations[verb], page.heads[verb]
    marked = page.child(verb, "obj", "xcomp") is None and any(
        page.forms[child] == "as" and page.relations[child] == "mark" for child in kids
    )
    if not inside and (relation == "parataxis" or (relation == "advcl" and marked)):
        inside = page.subtree(head, frozenset((verb,)))
    if not inside:
        inside = _quoted(page, verb)
    if inside and cue.wary and not _plain_telling(page, verb, inside):
        return ()
    if not inside and cue.phrase:
        inside = _phrase(page, verb, cue)
    if not inside and cue.lemma == "claim":
        inside = [word for child in kids if page.relations[child] == "xcomp" for word in page.subtree(child)]
    return compact(_trimmed(page, inside))


def _plain_telling(page: Page, verb: int, inside: list[int]) -> bool:
    if any(page.quoted[word] >= 0 for word in inside):
        return True
    clause = page.child(verb, "ccomp")
    return clause is not None and any(page.forms[child] == "that" for child in page.children[clause])


def _quoted(page: Page, verb: int) -> list[int]:
    """The quotation in the verb's sentence, when it is more than a phrase set in quotation marks."""
    at = page.bounds[page.sentence[verb]]
    own = page.quoted[verb]
    inside = [
        word for word in range(at.first, at.last) if page.quoted[word] >= 0 and page.quoted[word] != own
    ]
    whole = {page.quoted[word] for word in inside}
    return inside if len(inside) >= _LEAST_QUOTED * len(whole) and page.child(verb, "obj") is None else []


def _phrase(page: Page, verb: int, cue: Cue) -> list[int]:
    relations = ("obj", "obl", "advcl", "xcomp") if cue.accusing else ("obj", "xcomp")
    thing = page.child(verb, "obj")
    if thing is None or page.tags[thing] == "PRON" or (cue.wary and page.quoted[thing] < 0):
        return []
    return sorted(
        word
        for child in page.children[verb]
        if page.relations[child] in relations and child >= thing
        for word in page.subtree(child)
    )


def _trimmed(page: Page, inside: list[int]) -> list[int]:
    """Without the commas at both ends, which belong to the sentence around."""
    first, last = 0, len(inside)
    while first < last and page.forms[inside[first]] in (",", ":", "--", "-", "–", "—"):
        first += 1
    while first < last and page.forms[inside[last - 1]] in (",", "--", "-", "–", "—"):
        last -= 1
    return inside[first:last]


def _passive(page: Page, verb: int, cue: Cue) -> list[Frame]:
    """ "It was reported that", "X was quoted as saying", "X, quoted by Y, said", "deaths confirmed by X"."""
    agent = by_whom(page, verb)
    speaker = page.child(verb, "nsubj")
    saying = next((kid for kid in page.children[verb] if page.forms[kid] in ("saying", "telling")), None)
    found: list[Frame] = []
    if saying is not None and speaker is not None:
        content = _before_tag(page, verb) or told(page, saying, verbs()["say"])
        content = content or compact(page.subtree(saying)[1:])
        at, beside = (noun_phrase(page, speaker),), None if agent is None else verb
        found.append(Frame(saying, _cue(page, saying), speaker, at, content, "says", None, beside))
        if agent is not None:
            found.insert(0, _agent_frame(page, verb, agent, content, "cites"))
        return found
    inside = [
        word for kid in page.children[verb] if page.relations[kid] == "ccomp" for word in page.subtree(kid)
    ]
    content = compact(inside)
    if agent is not None and cue.lemma in words("grammar", "by_picture") and not _may_tell(page, agent, cue):
        return []
    if agent is not None and cue.phrase and not content and not cue.accusing:
        if speaker is not None:
            content = compact(
                sorted({*page.subtree(speaker, _relatives(page, speaker)), *_told_as(page, verb)})
            )
        elif page.relations[verb] == "acl" or _set_off(page, verb):
            above = page.heads[verb] if _set_off(page, verb) else page.heads[page.heads[verb]]
            if cue.citing and above >= 0 and page.forms[above] in verbs():
                content = told(page, above, verbs()[page.forms[above]])
                return (
                    [replace(_agent_frame(page, verb, agent, content, cue.act), around=above)]
                    if content
                    else []
                )
            content = (noun_phrase(page, page.heads[verb]),)
    if agent is not None and content:
        return [_agent_frame(page, verb, agent, content, cue.act)]
    if agent is None and content and cue.lemma in words("grammar", "implicit_passive"):
        return [Frame(verb, _cue(page, verb), None, (), content, cue.act)]
    return []


def _set_off(page: Page, verb: int) -> bool:
    """Whether the tree hangs on a verb of telling what is said of its subject: "X, quoted by Y, said"."""
    above = page.heads[verb]
    return above > verb and page.tags[above] == "VERB" and page.forms[above] in verbs()


def _before_tag(page: Page, verb: int) -> tuple[Stretch, ...]:
    """What is told before its tag: "Two men were lost, the mayor was quoted as saying"."""
    clauses = [kid for kid in page.children[verb] if page.relations[kid] == "ccomp" and kid < verb]
    return compact(_trimmed(page, [word for kid in clauses for word in page.subtree(kid)]))


def _relatives(page: Page, noun: int) -> frozenset[int]:
    """The relative clauses of a noun: "remarks by Bly, who was freed, were published by X" tells not of her freedom."""
    tree = page.subtree(noun)
    return frozenset(
        word
        for word in tree
        if page.relations[word] == "acl"
        and any(page.forms[kid] in ("who", "which") for kid in page.children[word])
    )


def _told_as(page: Page, verb: int) -> list[int]:
    """Who or what it is told to be, in "the dead were identified by X as two clerks"."""
    return [
        word
        for child in page.children[verb]
        if any(page.forms[kid] == "as" and kid < child for kid in page.children[child])
        for word in page.subtree(child)
    ]


def _agent_frame(page: Page, verb: int, agent: int, content: tuple[Stretch, ...], act: Act) -> Frame:
    return Frame(verb, _cue(page, verb), agent, (noun_phrase(page, agent),), content, act)


def _citing(page: Page, verb: int, head: int | None) -> list[Frame]:
    """ "X, citing Y, said ...": Y is the source, what X says is the content."""
    cited = page.child(verb, "obj")
    if cited is None or page.tags[cited] not in _NOMINAL:
        return []
    above = page.heads[verb]
    beside = above if above >= 0 and page.forms[above] in verbs() else None
    if beside is None and above >= 0 and page.relations[verb] == "acl":
        over = page.heads[above]
        beside = (
            over if over >= 0 and page.forms[over] in verbs() and page.relations[above] == "nsubj" else None
        )
    at = (noun_phrase(page, cited),)
    saying = next((kid for kid in page.children[verb] if page.forms[kid] == "saying"), None)
    if saying is not None:
        content = told(page, saying, verbs()["say"])
        outer = [] if head is None else [_agent_frame(page, verb, head, content, "cites")]
        inner = Frame(saying, _cue(page, saying), cited, at, content, "says", None, verb if outer else None)
        return [*outer, inner] if content else []
    if beside is not None:
        content = told(page, beside, verbs()[page.forms[beside]])
    elif above >= 0 and page.relations[verb] == "advcl":
        content = compact(_trimmed(page, page.subtree(above, frozenset((verb,)))))
    else:
        return []
    return [Frame(verb, _cue(page, verb), cited, at, content, "cites", None, beside)] if content else []


def _according(page: Page, word: int) -> list[Frame]:
    """ "According to X, ..." and "..., according to X"."""
    head = (
        page.heads[word] if page.relations[word] == "case" else page.child(word, "obl", "nmod", "pobj", "obj")
    )
    if head is None or head < 0:
        return []
    above = page.heads[word] if head != page.heads[word] else page.heads[head]
    while above >= 0 and page.tags[above] not in ("VERB", "AUX") and page.relations[above] in _PHRASES:
        above = page.heads[above]
    if above < 0:
        return []
    source = _without_cue(page, head, word)
    content = compact(_trimmed(page, _by_account(page, word, head, above)))
    return [Frame(word, (Stretch(word, word + 2),), head, (source,), content, "says")] if content else []


def _by_account(page: Page, word: int, head: int, above: int) -> list[int]:
    """What stands "according to" somebody: all after it when it opens its sentence, else the clause that it is in."""
    at = page.bounds[page.sentence[word]]
    own = page.subtree(head, frozenset((word,)))
    comma = next((item for item in range(max(own), at.last) if page.forms[item] == ","), None)
    if at.first + 1 >= word and comma is not None:
        return list(range(comma + 1, at.last))
    edge = page.forms[word - 1] == "," and max(page.subtree(head)) >= at.last - 3
    inside = page.subtree(_clause(page, above) if edge else above, frozenset((head, word)))
    return [item for item in inside if item not in set(own) and not word <= item <= word + 1]


def _clause(page: Page, word: int) -> int:
    """The top of the coordinated clauses that a word belongs to, not past a clause that is told."""
    while page.relations[word] in ("conj", "parataxis") and page.heads[word] >= 0:
        word = page.heads[word]
    return word


def _without_cue(page: Page, head: int, word: int) -> Stretch:
    at = noun_phrase(page, head)
    return Stretch(min(max(at.first, word + 2), head), at.last)


def _noun_frame(page: Page, noun: int) -> list[Frame]:
    """ "reports that ...", "the ministry's claim that ..."."""
    if page.tags[noun] != "NOUN" or none_told(page, noun):
        return []
    clause = that_clause(page, noun)
    owner = issuer(page, noun)
    if (
        owner is None
        and page.relations[noun] == "obj"
        and page.forms[page.heads[noun]] in words("nouns", "giving")
    ):
        owner = subject(page, page.heads[noun])
    if clause is None:
        clause = topic(page, noun)
    if clause is None:
        return []
    case = frozenset(child for child in page.children[clause] if page.relations[child] == "case")
    content = compact(_trimmed(page, page.subtree(clause, case)))
    if owner is None and page.forms[noun].rstrip("s") not in words("nouns", "unowned"):
        return []
    head = noun if owner is None else owner
    at = noun_phrase(page, head)
    if head == noun:
        at = Stretch(at.first, noun + 1)
    cue = (Stretch(noun, noun + 1),)
    if page.forms[noun] in section("manner", "falsehoods")["nouns"]:
        return [Frame(noun, cue, head, (at,), content, "denies", false=noun)]
    return [Frame(noun, cue, head, (at,), content, "says")]


def _hearer(page: Page, verb: int, cue: Cue) -> int | None:
    """Whom it was told, when it may be a medium: "told X", "speaking to X", "said in an interview with X"."""
    hearer = page.child(verb, "iobj") or page.child(verb, "obj") if cue.telling else None
    if hearer is None and not cue.citing:
        hearer = _listener(page, verb)
    return hearer if hearer is not None and may_publish(page, hearer) else None


def may_publish(page: Page, hearer: int) -> bool:
    """Whether who was told may be another medium: no pronoun, no court, and not "this newspaper", the outlet itself."""
    own = not _OWN.isdisjoint(page.forms[max(0, hearer - 3) : hearer])
    return page.tags[hearer] != "PRON" and page.forms[hearer] not in words("nouns", "no_medium") and not own


def _listener(page: Page, verb: int) -> int | None:
    for child in page.children[verb]:
        talk = page.relations[child] == "advcl" and page.forms[child] in words("nouns", "talking")
        if talk or (page.relations[child] == "obl" and page.forms[child] in words("nouns", "talks")):
            for kid in page.children[child]:
                cases = {page.forms[word] for word in page.children[kid] if page.relations[word] == "case"}
                if page.relations[kid] in ("obl", "nmod") and cases & {"to", "with", "for"}:
                    return kid
    return None


def _cue(page: Page, verb: int) -> tuple[Stretch, ...]:
    around = [
        child for child in page.children[verb] if page.relations[child] == "aux" and verb - 3 <= child < verb
    ]
    return (Stretch(min(around, default=verb), verb + 1),)
