"""Whether what looks like a telling tells something, and whether somebody tells it.

The model marks cues by their looks; verb and noun, tense and voice decide what they are.
Invariant: the answer depends on the sentence of the cue and on ``data/cues.toml`` alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.chains.acts import only_mentions
from standoff.extraction.chains.blaming import blames
from standoff.extraction.chains.cues import verbs, words
from standoff.extraction.chains.frames import counts, gives_figure
from standoff.extraction.chains.link import Link, inside
from standoff.extraction.chains.telling_nouns import account_before, answered, none_told
from standoff.extraction.grammar.clauses import passive
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.manner.untold import nobody_tells

_UNTOLD = frozenset(("if", "without"))


def is_told(page: Page, link: Link) -> bool:
    """Whether a telling that the model reads tells something that happened: no wish, no mere mention, no hearing."""
    verb, thing = link.verb, page.child(link.verb, "obj")
    said = [word for part in link.cue for word in range(*part)]
    said += [] if thing is None else [thing]  # "issued a warning"
    tells = any(_tells(page, word) for word in said) and not _describes(page, verb)
    tells = tells or (page.tags[verb] == "AUX" and _is_account(page, link.head))
    tells = tells or account_before(page, verb) is not None or blames(page, verb) is not None
    acts = page.tags[verb] == "VERB" and only_mentions(page, verb, link.head)
    if _only_answers(page, link):
        return False
    return tells and not acts and not _is_unreal(page, verb) and not _only_hears(page, verb, link.head)


def _only_answers(page: Page, link: Link) -> bool:
    """Whether all that is read as told is what others say, who are answered: "responded to [the claim that ...]"."""
    to = [
        kid
        for kid in page.children[link.verb]
        if page.forms[kid] in words("backward", "nouns")
        and any(page.forms[mark] == "to" for mark in page.children[kid])
    ]
    told = {word for kid in to for word in page.subtree(kid)}
    return bool(to) and all(told.issuperset(range(*_plain(page, part))) for part in link.content)


def _plain(page: Page, part: Stretch) -> Stretch:
    """A part without the full stop that it ends with."""
    return Stretch(part.first, part.last - (page.tags[part.last - 1] == "PUNCT"))


def _describes(page: Page, word: int) -> bool:
    """Whether a word only says how sure a thing is or what it is called: "reportedly", "the alleged gunman"."""
    return page.forms[word] == "reportedly" or (
        page.tags[word] in ("VERB", "ADJ") and page.relations[word] == "amod"
    )


def _tells(page: Page, word: int) -> bool:
    form = page.forms[word]
    cue = verbs().get(form)
    cites = cue is not None and cue.citing and form.endswith("ing")  # "X, quoting Y", whatever its tag
    return (
        cites
        or (cue is not None and page.tags[word] != "NOUN")
        or counts(page, word) is not None
        or gives_figure(page, word) is not None
        or form in ("according", ":", "per", "reportedly")
        or form.rstrip("s") in words("nouns", "telling")
        or _tells_with_next(page, word)
    )


def _tells_with_next(page: Page, word: int) -> bool:
    """Whether a word tells with the one after it, and is not denied: "have not ruled out" tells nothing."""
    pair = f"{page.forms[word]} {page.forms[min(word + 1, len(page) - 1)]}"
    return pair in words("grammar", "pairs") and page.forms[word - 1] not in words("grammar", "negating")


def _is_account(page: Page, head: int | None) -> bool:
    """Whether what looks like the source is itself a telling: "reports are that"."""
    return head is not None and page.forms[head] in words("nouns", "of_happenings") | words(
        "nouns", "accounts"
    )


def _is_unreal(page: Page, verb: int) -> bool:
    """Whether a thing does not show what it "would show", and nothing is told by "no reports of", "if confirmed" and
    "without citing a source"."""
    if page.tags[verb] == "NOUN":
        return none_told(page, verb) or answered(page, verb)
    marks = {page.forms[kid] for kid in page.children[verb] if kid < verb}
    if page.child(verb, "nsubj") is None and not marks.isdisjoint(_UNTOLD):
        return True
    known = verbs().get(page.forms[verb])
    shows = known is not None and known.act == "shows"
    return shows and any(
        page.relations[kid] == "aux" and page.forms[kid] in words("grammar", "unreal")
        for kid in page.children[verb]
    )


def _only_hears(page: Page, verb: int, head: int | None) -> bool:
    """Whether what looks like the source is who was informed; "the court was told" says where it was said."""
    known = verbs().get(page.forms[verb])
    heard = known is not None and known.telling and known.lemma != "tell" and passive(page, verb)
    return heard and head is not None and page.child(verb, "nsubj") == head


def names_nobody(page: Page, verb: int, parts: Sequence[Stretch], content: Sequence[Stretch]) -> bool:
    """Whether a passive says not who tells, whatever was read as its source: "it is thought", "stands accused of",
    "police were told"."""
    known = verbs().get(page.forms[verb])
    if known is None or page.tags[verb] != "VERB" or not (passive(page, verb) or impersonal(page, verb)):
        return False
    if known.accusing:  # "blamed for it", not "and blamed them"
        agent = any("by" in page.forms[max(0, part.first - 1) : part.first + 1] for part in parts)
        return page.tags[verb + 1 : verb + 2] == ["ADP"] and not agent
    if _was_told(page, verb, parts):
        return True
    return impersonal(page, verb) and all(
        page.forms[part.first] == "it"
        or page.sentence[part.first] != page.sentence[verb]
        or inside(content, part.first)
        or _says_where(page, part)
        for part in parts
    )


def _was_told(page: Page, verb: int, parts: Sequence[Stretch]) -> bool:
    """Whether what was read as a source is who was told: "police were told that"; what a court was told is its own."""
    hearer = page.child(verb, "nsubj")
    if hearer is None or not parts or verbs()[page.forms[verb]].lemma != "tell" or not passive(page, verb):
        return False
    return not _sits(page, hearer) and all(part.holds(hearer) for part in parts)


def _sits(page: Page, hearer: int) -> bool:
    """Whether a body sits to hear what is told before it: a court, a jury."""
    return page.forms[hearer] in words("nouns", "sitting")


def _says_where(page: Page, part: Stretch) -> bool:
    """Whether a phrase stands behind a preposition that names no teller: "in Ostrel it was reported"."""
    before = part.first - 1
    return before >= 0 and page.tags[before] == "ADP" and page.forms[before] not in ("by", "from")


def has_voice(page: Page, link: Link) -> bool:
    """Whether somebody tells: a source is known, or a passive tells ("was reported", not "is expected"). Things that a
    clause takes up again ("all of which confirmed it") tell nothing; "a letter, a copy of which X has," does."""
    if any(
        page.forms[word] == "which" and page.forms[word - 1] == "of" and page.heads[word] == link.head
        for part in link.source
        for word in range(*part)
    ):
        return False
    if link.head is not None and (
        page.forms[link.head] in _no_voices(page.forms[link.verb]) or nobody_tells(page, link.head, link.verb)
    ):
        return False
    if link.head is not None or link.source:
        return True
    if _raises(page, link.verb) or _announces_thing(page, link.verb):
        return False
    if page.tags[link.verb] == "NOUN" and not _stands_alone(page.forms[link.verb]):
        return False
    cue = verbs().get(page.forms[link.verb])
    return cue is None or cue.lemma in words("grammar", "implicit_passive")


def _no_voices(cue: str) -> frozenset[str]:
    """Words that tell nothing, though they stand where a source would."""
    given = words("nouns", "no_accounts") if cue == "according" else frozenset[str]()
    return words("nouns", "nobody") | words("nouns", "hours") | given


def _raises(page: Page, verb: int) -> bool:
    """Whether a passive says of its subject what it is said to be: "they are said to have fled" (gold/DECISIONS.md)."""
    done = page.child(verb, "xcomp")
    infinitive = done is not None and any(page.forms[kid] == "to" for kid in page.children[done])
    return (
        infinitive
        and passive(page, verb)
        and page.child(verb, "ccomp") is None
        and not impersonal(page, verb)
    )


def _announces_thing(page: Page, verb: int) -> bool:
    """Whether a thing is done by being announced: "the resignations were announced", not "it was announced that"."""
    cue = verbs().get(page.forms[verb])
    done = cue is not None and cue.lemma in words("grammar", "deciding") and page.tags[verb] == "VERB"
    return done and page.child(verb, "ccomp", "csubj") is None and page.child(verb, "nsubj") is not None


def _stands_alone(noun: str) -> bool:
    """Whether a noun tells though nobody is named whose telling it is: "reports that", "rumours of"."""
    return noun.rstrip("s") in words("nouns", "unowned") or noun in words("nouns", "of_happenings")


def impersonal(page: Page, verb: int) -> bool:
    """Whether it is "it was reported" or "it emerged"."""
    cue = verbs().get(page.forms[verb])
    told = passive(page, verb) or (cue is not None and cue.lemma in words("grammar", "emerging"))
    return told and any(
        page.forms[child] == "it" and page.relations[child] in ("expl", "nsubj")
        for child in page.children[verb]
    )
