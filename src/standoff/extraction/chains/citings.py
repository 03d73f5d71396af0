"""Tellings that pass on what others say: "it was reported that", "X, quoted by Y", "citing X", "according to X".

Invariant: who is cited tells what who cites passes on.
"""

from __future__ import annotations

from dataclasses import replace

from standoff.extraction.chains.acts import may_tell
from standoff.extraction.chains.contents import told, trimmed
from standoff.extraction.chains.cues import Cue, verbs, words
from standoff.extraction.chains.frame import Frame, agent_frame, cue_at
from standoff.extraction.chains.telling_nouns import by_whom
from standoff.extraction.grammar.clauses import noun_phrase
from standoff.extraction.grammar.page import Page, Stretch, compact
from standoff.extraction.grammar.phrase_heads import base_head
from standoff.extraction.grammar.tags import NOUNS, VERBS

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"))
_BY_WHOM = _NOMINAL - {"PRON"} | {"ADP", "PART"}
_LEAST, _SOURCE = 5, 14  # words before the verb of "according to X, which cited", at least and at most
_PHRASES = frozenset(("nmod", "obl", "obj", "nsubj", "appos", "conj"))


def passive_frames(page: Page, verb: int, cue: Cue) -> list[Frame]:
    """ "It was reported that", "X was quoted as saying", "X, quoted by Y, said", "deaths confirmed by X"."""
    if cue.citing and (made := _cited_frames(page, verb)):
        return made
    agent, speaker = _who_and_by_whom(page, verb)
    saying = next((kid for kid in page.children[verb] if page.forms[kid] in ("saying", "telling")), None)
    saying = _saying_after(page, verb) if saying is None and cue.citing else saying
    if saying is not None and speaker is not None:
        return _quoted_frames(page, verb, saying, speaker, agent)
    inside = [
        word for kid in page.children[verb] if page.relations[kid] == "ccomp" for word in page.subtree(kid)
    ]
    content = compact(inside)
    if agent is not None and cue.lemma in words("grammar", "by_picture") and not may_tell(page, agent, cue):
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
                    [replace(agent_frame(page, verb, agent, content, cue.act), around=above)]
                    if content
                    else []
                )
            content = (noun_phrase(page, page.heads[verb]),)
    if agent is not None and content:
        claim = speaker is not None and page.forms[speaker] in words("backward", "nouns")
        false = verb if claim and cue.act == "denies" else None  # "claims that six died were denied by X"
        return [replace(agent_frame(page, verb, agent, content, cue.act), false=false)]
    if agent is None and content and cue.lemma in words("grammar", "implicit_passive"):
        return [Frame(verb, cue_at(page, verb), None, (), content, cue.act)]
    return []


def _cited_frames(page: Page, verb: int) -> list[Frame]:
    """ "Residents quoted by Radio Vesta said", by tags alone: the tree takes the first verb for the main one, or what
    stands before the second for its subject."""
    speaker, end = verb - 1, page.bounds[page.sentence[verb]].last
    if speaker < 0 or page.tags[speaker] not in NOUNS or page.forms[verb + 1 : verb + 2] != ["by"]:
        return []
    saying = next((word for word in range(verb + 2, end) if page.tags[word] not in _BY_WHOM), end)
    agent = base_head(page, Stretch(verb + 2, saying))
    cue = verbs().get(page.forms[saying]) if saying < end and page.tags[saying] == "VERB" else None
    if cue is None or agent is None or page.forms[saying].endswith("ing"):
        return []
    clause = told(page, saying, cue) or (Stretch(saying + 1, end),)
    content = compact([word for part in clause for word in range(*part) if word > saying])
    said = Frame(saying, cue_at(page, saying), speaker, (noun_phrase(page, speaker),), content, cue.act)
    cited = replace(agent_frame(page, verb, agent, content, "cites"), around=saying)
    return [cited, said] if content else []


def _quoted_frames(page: Page, verb: int, saying: int, speaker: int, agent: int | None) -> list[Frame]:
    """ "X was quoted as saying", and "by Y" where it is said."""
    content = _before_tag(page, verb) or told(page, saying, verbs()["say"])
    content = content or compact(page.subtree(saying)[1:])
    own = noun_phrase(page, speaker)
    content = compact([word for part in content for word in range(*part) if not own.holds(word)])
    beside = None if agent is None else verb
    said = Frame(saying, cue_at(page, saying), speaker, (own,), content, "says", None, beside)
    return [said] if agent is None else [agent_frame(page, verb, agent, content, "cites"), said]


def _who_and_by_whom(page: Page, verb: int) -> tuple[int | None, int | None]:
    """Who does a passive and to whom; the tree may take who does it for the subject: "X was quoted by Y"."""
    agent, whom = by_whom(page, verb), page.child(verb, "nsubj")
    if whom is not None and whom > verb and page.forms[verb + 1 : verb + 2] == ["by"]:
        return whom, _before_passive(page, verb)
    return agent, whom


def _before_passive(page: Page, verb: int) -> int | None:
    """The head of the noun or name right before a passive."""
    word = min((kid for kid in page.children[verb] if page.relations[kid] == "aux"), default=verb) - 1
    while word >= 0 and page.relations[word] == "flat":
        word = page.heads[word]
    return word if word >= 0 and page.tags[word] in NOUNS else None


def _set_off(page: Page, verb: int) -> bool:
    """Whether the tree hangs on a verb of telling what is said of its subject: "X, quoted by Y, said"."""
    above = page.heads[verb]
    return above > verb and page.tags[above] == "VERB" and page.forms[above] in verbs()


def _before_tag(page: Page, verb: int) -> tuple[Stretch, ...]:
    """What is told before its tag: "Two men were lost, the mayor was quoted as saying"."""
    clauses = [kid for kid in page.children[verb] if page.relations[kid] == "ccomp" and kid < verb]
    return compact(trimmed(page, [word for kid in clauses for word in page.subtree(kid)]))


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


def citing_frames(page: Page, verb: int, head: int | None) -> list[Frame]:
    """ "X, citing Y, said ...": Y is the source, what X says is the content."""
    saying = saying_of(page, verb)
    cited = page.child(verb, "obj")
    if cited is None and saying is not None:
        cited = next((kid for kid in page.children[verb] if verb < kid < saying and kid != head), None)
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
    if saying is not None:
        content = told(page, saying, verbs()["say"]) or told(page, verb, verbs()["say"])
        if page.heads[saying] != verb:
            content = compact([word for part in content for word in range(*part) if word > saying])
        outer = [] if head is None else [agent_frame(page, verb, head, content, "cites")]
        inner = Frame(saying, cue_at(page, saying), cited, at, content, "says", None, verb if outer else None)
        return [*outer, inner] if content else []
    account = _account_of(page, verb)
    if account is not None:
        beside, given = account, account_frames(page, account)
        own = Stretch(verb - 2, noun_phrase(page, cited).last)
        told_of = (word for frame in given for part in frame.content for word in range(*part))
        content = compact([word for word in told_of if not own.holds(word)])
    elif beside is not None:
        content = told(page, beside, verbs()[page.forms[beside]])
    elif above >= 0 and page.relations[verb] == "advcl":
        content = compact(trimmed(page, page.subtree(above, frozenset((verb,)))))
    else:
        return []
    return [Frame(verb, cue_at(page, verb), cited, at, content, "cites", None, beside)] if content else []


def _account_of(page: Page, verb: int) -> int | None:
    """The "according" whose source a relative clause goes on from, wherever the tree hangs that: "according to X, which
    cited Y"."""
    first = page.bounds[page.sentence[verb]].first
    if verb - first < _LEAST or page.forms[verb - 1] not in ("which", "who") or page.forms[verb - 2] != ",":
        return None
    before = range(verb - 3, max(first, verb - _SOURCE) - 1, -1)
    account = next((word for word in before if page.forms[word] == "according"), None)
    names = () if account is None else page.tags[account + 1 : verb - 2]
    return None if {"VERB", "AUX", "PUNCT"}.intersection(names) else account


def saying_of(page: Page, verb: int) -> int | None:
    """The "saying" of "quoted X as saying"."""
    cue = verbs().get(page.forms[verb])
    if cue is None or not cue.citing:
        return None
    own = next((kid for kid in page.children[verb] if page.forms[kid] == "saying" and kid > verb), None)
    return _saying_after(page, verb) if own is None else own


def _saying_after(page: Page, verb: int) -> int | None:
    """The "as saying" after a verb of citing and whom it cites, whatever the tree hangs it on."""
    last = page.bounds[page.sentence[verb]].last
    for word in range(verb + 2, last - 1):
        if page.forms[word] == "as" and page.forms[word + 1] == "saying":
            return word + 1
        if page.tags[word] in ("VERB", "AUX", "SCONJ"):
            break
    return None


def account_frames(page: Page, word: int) -> list[Frame]:
    """ "According to X, ..." and "..., according to X"."""
    head = page.heads[word] if page.relations[word] == "case" else page.child(word, "obl", "nmod", "obj")
    if head is None or head < 0:
        return []
    above = page.heads[word] if head != page.heads[word] else page.heads[head]
    while above >= 0 and page.tags[above] not in VERBS and page.relations[above] in _PHRASES:
        above = page.heads[above]
    opens = word <= page.bounds[page.sentence[word]].first + 1
    if above < 0 and not opens:
        return []
    above = _within_telling(page, above, word) if above >= 0 else head
    source = _without_cue(page, head, word)
    content = compact(trimmed(page, _by_account(page, word, head, above)))
    return [Frame(word, (Stretch(word, word + 2),), head, (source,), content, "says")] if content else []


def _within_telling(page: Page, above: int, word: int) -> int:
    """The clause that an account stands in, where what is told around it has begun: "said that, according to X,"."""
    if page.forms[above] not in verbs():
        return above
    clauses = (kid for kid in page.children[above] if page.relations[kid] == "ccomp" and kid > word)
    return next((clause for clause in clauses if min(page.subtree(clause)) < word), above)


def _by_account(page: Page, word: int, head: int, above: int) -> list[int]:
    """What stands "according to" somebody: all after it when it opens its sentence, else the clause that it is in."""
    at = page.bounds[page.sentence[word]]
    own = page.subtree(head, frozenset((word,)))
    comma = next((item for item in range(max(own), at.last) if page.forms[item] == ","), None)
    comma = _past_relative(page, head, at.last) if comma is None else comma
    if at.first + 1 >= word and comma is not None:
        return list(range(comma + 1, at.last))
    edge = page.forms[word - 1] == "," and max(page.subtree(head)) >= at.last - 3
    inside = page.subtree(_clause(page, above) if edge else above, frozenset((head, word)))
    return [item for item in inside if item not in set(own) and not word <= item <= word + 1]


def _past_relative(page: Page, head: int, end: int) -> int | None:
    """The comma after the relative clause of a source, where the tree hangs on that source all that follows."""
    commas = [word for word in range(head + 1, end) if page.forms[word] == ","]
    return commas[1] if len(commas) > 1 and page.forms[commas[0] + 1] in ("which", "who") else None


def _clause(page: Page, word: int) -> int:
    """The top of the coordinated clauses that a word belongs to, not past a clause that is told."""
    while page.relations[word] in ("conj", "parataxis") and page.heads[word] >= 0:
        word = page.heads[word]
    return word


def _without_cue(page: Page, head: int, word: int) -> Stretch:
    at = noun_phrase(page, head)
    names = [
        kid for kid in page.children[head] if page.relations[kid] == "appos" and page.tags[kid] == "PROPN"
    ]
    last = max(
        (noun_phrase(page, kid).last for kid in names if page.child(kid, "conj") is None), default=at.last
    )
    return Stretch(min(max(at.first, word + 2), head), max(at.last, last))
