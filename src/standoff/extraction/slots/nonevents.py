"""What reads like a happening and is none: people who play victims, anniversaries, land that is held, tasks given, what
is only supposed.

The words are in ``idle.toml``. Invariant: the answer depends on the words and the tree of one sentence alone.
"""

from __future__ import annotations

from collections.abc import Collection

from standoff.extraction.chains.acts import undecided
from standoff.extraction.chains.cues import verbs
from standoff.extraction.chains.source_words import noun_kind
from standoff.extraction.grammar.clauses import passive, subject
from standoff.extraction.grammar.once import once
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.slots.undated import is_undated
from standoff.extraction.slots.unplaced import is_unplaced
from standoff.records import TOLL_SLOTS

_DEEPEST = 5  # heads over a value in which a drill is looked for
_WITHIN = frozenset(("nsubj", "obj", "iobj", "obl", "nmod", "acl", "appos", "conj", "xcomp", "ccomp"))
_COUNTS = frozenset((*TOLL_SLOTS, "target_count"))
_STAGED = _COUNTS | {"actor", "target", "weapon", "damage", "observation"}
_TOLD = frozenset(("observation", "status", "response"))
_RISKED = frozenset(("observation", "time", "place"))
_SETTING = frozenset(("time", "place", "actor", "target"))


def is_no_event(page: Page, slot: str, at: Stretch) -> bool:
    """Whether a slot span is of what nobody has done and nobody suffered."""
    top = top_of(page, at)
    if slot in _STAGED and _is_staged(page, slot, top):
        return True
    if slot == "claimant" and page.heads[top] >= 0 and undecided(page, page.heads[top]):
        return True
    if slot in TOLL_SLOTS and _is_nobody(page, top):
        return True
    if slot in _SETTING and (_commemorates(page, top) or _is_held(page, slot, top)):
        return True
    if slot in _RISKED and _is_forecast(page, top):
        return True
    if slot in ("time", "place"):
        return is_undated(page, at) if slot == "time" else is_unplaced(page, at)
    if slot in _TOLD:
        return _is_of_life(page, top) or _is_supposed(page, top) or _is_deplored(page, top)
    if slot == "weapon":
        return _is_worn(page, top)
    if slot == "target":
        return _is_halted(page, top)
    return slot == "charge" and _is_task(page, top)


def _is_of_life(page: Page, word: int) -> bool:
    """Whether words go on from somebody's age: "she was 58 and had [driven the route for years]"."""
    age = page.heads[word]
    if age < 0 or page.relations[word] != "conj" or page.child(word, "nsubj") is not None:
        return False
    return (
        page.tags[age] == "NUM"
        and page.child(age, "cop") is not None
        and page.child(age, "nsubj") is not None
    )


def _is_deplored(page: Page, word: int) -> bool:
    """Whether a happening is only named as what somebody condemns or mourns: "condemned [the killings]"."""
    verb = page.heads[word] if page.relations[word] == "obj" and page.tags[word] == "NOUN" else -1
    return verb >= 0 and page.forms[verb] in word_set("idle", "deplored", "verbs")


def _is_supposed(page: Page, word: int) -> bool:
    """Whether words are but a condition, or what is asked: "if [they come to the border]"."""
    return any(page.forms[kid] == "if" and page.relations[kid] == "mark" for kid in page.children[word])


def _is_forecast(page: Page, word: int) -> bool:
    """Whether words are of what somebody warns or fears could come (gold/DECISIONS.md: forecasts of risk are left out);
    a party that warns of it threatens, and what "could have" come is of the past."""
    table = section("idle", "risk")
    verb = next((each for each in (word, *page.above(word)) if page.tags[each] == "VERB"), -1)
    over = page.heads[verb] if verb >= 0 and page.relations[verb] == "ccomp" else -1
    if over < 0 or page.forms[over] not in table["verbs"]:
        return False
    who, helpers = subject(page, over), {page.forms[kid] for kid in page.children[verb]}
    kind = noun_kind(page.forms[who]) if who is not None else None
    return kind not in (None, "party") and "have" not in helpers and not helpers.isdisjoint(table["helpers"])


def _is_nobody(page: Page, word: int) -> bool:
    """Whether what a toll is read at is a body that speaks ("[the fire brigade] gave a toll") or a denial."""
    cue = verbs().get(page.forms[word])
    if page.tags[word] == "VERB":
        return cue is not None and cue.act == "denies"
    speaks = page.heads[word] >= 0 and page.relations[word] == "nsubj" and not passive(page, page.heads[word])
    body = speaks and page.forms[word] in word_set("idle", "bodies", "words")
    return body and page.child(word, "nummod") is None


def _is_worn(page: Page, word: int) -> bool:
    """Whether a weapon is but clothing: a black coat, not a suicide jacket."""
    table = section("idle", "clothes")
    loaded = any(page.forms[child] in table["loaded"] for child in page.children[word])
    return page.forms[word] in table["words"] and not loaded


def _is_staged(page: Page, slot: str, word: int) -> bool:
    """Whether people and things are in a drill or a story: what befalls them is told under it, or they are played."""
    staging = word_set("idle", "staged", "words")
    plays, parts = word_set("idle", "staged", "plays"), word_set("idle", "staged", "parts")
    if _is_shown(page, word) or _is_played(page, word, plays, parts):
        return True
    for _ in range(_DEEPEST):
        above = page.heads[word]
        if above < 0 or page.relations[word] not in _WITHIN:
            return False
        if page.forms[above] in staging and slot == "actor" and page.relations[word] == "nsubj":
            return False  # who rehearses is there
        if page.forms[above] in staging or _is_played(page, above, plays, parts):
            return True
        if _is_feigned(page, above) or _is_shown(page, above):
            return True
        word = above
    return False


@once
def _is_shown(page: Page, verb: int) -> bool:
    """Whether a clause tells what happens in a drill or a film ("in which"), or in something feigned ("a mock crash").

    "Two were hurt during a drill" has happened.
    """
    table = section("idle", "staged")
    for kid in page.children[verb]:
        if page.relations[kid] not in ("obl", "advmod", "nmod"):
            continue
        if _is_feigned(page, kid):
            return True
        opens = page.forms[kid] == "where" or (page.forms[kid] == "which" and page.forms[kid - 1] == "in")
        above = page.heads[verb]
        if opens and above >= 0:
            return any(
                page.forms[word] in table["shows"] for word in (above, *page.children[above]) if word < kid
            )
    return False


@once
def _is_feigned(page: Page, noun: int) -> bool:
    feigned = word_set("idle", "staged", "feigned")
    return any(page.forms[word] in feigned for word in page.children[noun] if word < noun)


def _is_played(page: Page, verb: int, plays: Collection[str], parts: Collection[str]) -> bool:
    """Whether a verb is one of playing, and the injured or their like are what is played."""
    if page.forms[verb] not in plays:
        return False
    things = [kid for kid in page.children[verb] if kid > verb and page.child(kid, "case") is None]
    beside = (word for thing in things for word in (thing, *page.children[thing]))
    return any(page.forms[word] in parts for word in beside)


def _commemorates(page: Page, word: int) -> bool:
    """Whether a word belongs to an act of remembrance: "on [Monday] marked five years since a flood"."""
    verb = page.heads[word]
    if verb < 0 or page.forms[verb] not in word_set("idle", "remembrance", "verbs"):
        return False
    thing = page.child(verb, "obj") if page.relations[word] in ("obl", "nsubj") else None
    return thing is not None and page.forms[thing] in word_set("idle", "remembrance", "objects")


def _is_held(page: Page, slot: str, word: int) -> bool:
    """Whether a word is who holds land, in the present: "[the rebels] hold most of the hills"."""
    verb = page.heads[word]
    if slot != "actor" or verb < 0 or page.forms[verb] not in section("idle", "territory")["verbs"]:
        return False
    thing = page.child(verb, "obj")
    if thing is None or page.relations[word] != "nsubj":
        return False
    labels = page.entity_labels
    return any(labels.get(each) == "place" for each in (thing, *page.children[thing]))


def _is_halted(page: Page, word: int) -> bool:
    """Whether what is "arrested" is no person but a decline, a fall, a spread."""
    verb = page.heads[word]
    if verb < 0 or page.forms[verb] not in section("idle", "halted")["verbs"]:
        return False
    undergoes = page.relations[word] == "obj" or (page.relations[word] == "nsubj" and passive(page, verb))
    return undergoes and page.entity_labels.get(word) in ("abstract", "event")


def _is_task(page: Page, word: int) -> bool:
    """Whether what follows "charged with" is a body's task: "a committee charged with [planning it]"."""
    table = section("idle", "tasks")
    verb = page.heads[word]
    if verb < 0 or page.forms[verb] not in table["verbs"]:
        return False
    whom = page.heads[verb] if page.relations[verb] == "acl" else subject(page, verb)
    return whom is not None and whom >= 0 and page.forms[whom] in table["bodies"]
