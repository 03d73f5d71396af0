"""What reads like a weapon, a motive, a charge or people and is none: what `no_weapons` and `counts_nobody` tell, what
was done for somebody's care, charges and sentences that are not named, the last of a tally, whom relief reached, who
owns what was hit, accuses another or counts him among some sort, what somebody is in charge of, who is only described,
the dead of an attempt or of wounds alone.

The words are in ``idle.toml`` and ``tolls.toml``. Invariant: the answer depends on the words and the tree of one
sentence alone.
"""

from __future__ import annotations

from collections.abc import Collection

from standoff.extraction.chains.anonymity import explains_anonymity
from standoff.extraction.chains.cues import verbs
from standoff.extraction.grammar.clauses import does, negation, passive
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import first_of_list, top_of
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.slots.counts_nobody import counts_nobody, is_age
from standoff.extraction.slots.in_care import is_in_care
from standoff.extraction.slots.no_weapons import is_no_weapon
from standoff.extraction.slots.relief import is_relief
from standoff.extraction.slots.told_fates import is_tried
from standoff.extraction.slots.toll_words import toll_uses
from standoff.extraction.values.tallies import tally_at
from standoff.records import COUNT_SLOTS, TOLL_SLOTS

_UNNAMED = {"charge": "no_charges", "sentence": "no_sentences"}  # lists of words that alone name none
_LOST = ("killed", "captive", "missing")  # of whom none got away
_LISTED = frozenset(("obl", "obj", "xcomp"))
_HELD = ("arrested", "captive")
_SOUGHT = ("hunted", "hunting", "sought", "seeking", "wanted")


def is_unfitting(page: Page, slot: str, at: Stretch) -> bool:
    """Whether a slot span only reads like its slot."""
    top = top_of(page, at)
    if slot == "weapon":
        return is_no_weapon(page, at, top)
    if slot == "motive":
        return _is_no_motive(page, at, top)
    if slot in _UNNAMED:
        unnamed = {*page.forms[at.first : at.last]} <= word_set("idle", _UNNAMED[slot], "words")
        return unnamed or (slot == "sentence" and _is_no_term(page, top))
    if slot == "target":
        return tally_at(page, at) is not None or is_age(page, at) or _is_under_somebody(page, top)
    if slot in ("actor", "suspect") and _is_no_doer(page, at, top):
        return True
    if slot == "injured" and (_is_degree(page, at) or _is_described(page, at, top)):
        return True
    if slot == "killed" and any(rule(page, top) for rule in (_is_of_attempt, _is_only_wounded, _speaks)):
        return True
    if (slot in _LOST and _get_away(page, top)) or _is_nobody_held(page, slot, top):
        return True
    if slot in TOLL_SLOTS and (is_relief(page, slot, at, top) or is_in_care(page, slot, at)):
        return True
    return slot in COUNT_SLOTS and counts_nobody(page, at, top)


def _speaks(page: Page, top: int) -> bool:
    """Whether somebody tells, as no dead can: "said [Ana Ott], who lost two sons"."""
    verb = page.heads[top] if page.relations[top] == "nsubj" else -1
    return verb >= 0 and page.forms[verb] in verbs() and page.tags[top] == "PROPN" and not passive(page, verb)


def _get_away(page: Page, top: int) -> bool:
    """Whether people are told to have come out: "[63 miners] made it to the surface", "[the other] fled"."""
    verb = page.heads[top] if page.relations[top] == "nsubj" else -1
    if verb < 0 or negation(page, verb) is not None:
        return False
    made_it = page.forms[verb : verb + 2] in (["made", "it"], ["make", "it"])
    return made_it or page.forms[verb] in word_set("idle", "getting_away", "verbs")


def _is_no_term(page: Page, top: int) -> bool:
    """Whether a time only tells how long something had gone on: "had stood for [130 years]"."""
    verb = page.heads[top] if page.relations[top] == "obl" else -1
    return verb >= 0 and page.forms[verb] in word_set("idle", "no_terms", "words")


def _is_of_attempt(page: Page, top: int) -> bool:
    """Whether a deed against somebody was tried only: "the attempted murder of [a clerk]", "charged with attempted
    murder over the stabbing of [a clerk]"."""
    deed = page.heads[top] if page.relations[top] == "nmod" else top
    if deed == top and page.child(top, "nmod") is None:
        return False
    if is_tried(page, deed):
        return True
    deadly = page.forms[deed] in section("parties", "tolls")["killed"]
    near = (other for word in page.above(deed) for other in (word, *page.children[word]))
    return not deadly and any(is_tried(page, other) for other in near)


def _is_only_wounded(page: Page, top: int) -> bool:
    """Whether a verb of wounding has somebody for its object, and nothing with it tells of a death: "stabbed [two]"."""
    verb, table = page.heads[top], section("tolls", "fatal")
    if page.relations[top] != "obj" or page.forms[verb] not in table["wounding"]:
        return False
    deadly = {*table["words"], *section("parties", "tolls")["killed"]}
    return deadly.isdisjoint(page.forms[word] for word in page.subtree(verb))


def _is_no_doer(page: Page, at: Stretch, top: int) -> bool:
    """Whether somebody did nothing: who owns a thing, accuses or lists another, or the blame or a part itself."""
    blame = page.forms[top] in word_set("cues", "backward", "blame") | word_set(
        "cues", "nouns", "responsibility"
    )
    return blame or _is_owner(page, at) or _accuses(page, at) or _lists(page, top) or _is_arrested(page, top)


def _is_arrested(page: Page, top: int) -> bool:
    """Whether nothing is told of people but that they were arrested: "[six protesters] were arrested"."""
    verb = does(page, top)
    taken = verb >= 0 and page.forms[verb] in section("tolls", "arrested")["does"] and passive(page, verb)
    return taken and negation(page, verb) is None


def _is_nobody_held(page: Page, slot: str, top: int) -> bool:
    """Whether who is read as held or freed is not: land, inmates where they are kept or moved, who is looked for."""
    if slot in _HELD and _is_sought(page, top):
        return True
    if slot in _HELD and page.forms[top] in section("idle", "no_captives")["words"]:
        return True
    return _is_kept(page, top) if slot == "captive" else slot == "freed" and _is_moved(page, top)


def _is_kept(page: Page, top: int) -> bool:
    """Whether people are inmates, told of for where they are kept: "the block where 300 prisoners are held"."""
    table = section("idle", "no_captives")
    verb = top if page.tags[top] == "VERB" else page.heads[top]
    who = page.child(verb, "nsubj", "obj") if verb >= 0 and page.forms[verb] in table["kept"] else None
    if who is None or page.forms[who] not in table["inmates"]:
        return False
    return page.forms[min(page.subtree(who)) - 1] == "where"


def _is_sought(page: Page, word: int) -> bool:
    """Whether people are those that somebody looks for: "were hunting for [the remaining two suspects]"."""
    verb, relation = page.heads[word], page.relations[word]
    if verb < 0 or page.forms[verb] not in section("named", "suspicion")["seeking"]:
        return False
    return relation in ("obj", "nsubj") if page.forms[verb] in _SOUGHT else _marked(page, word, ("for",))


def _is_moved(page: Page, word: int) -> bool:
    """Whether people are the subject of a verb of being brought elsewhere."""
    verb = does(page, word)
    return verb >= 0 and page.forms[verb] in word_set("idle", "no_freed", "verbs")


def _is_owner(page: Page, at: Stretch) -> bool:
    """Whether somebody only has what the deed was done to: "a bar owned by [a councillor]"."""
    before = page.forms[max(0, at.first - 2) : at.first]
    return before[1:] == ["by"] and before[0] in word_set("idle", "owned", "words")


def _lists(page: Page, word: int) -> bool:
    """Whether somebody only counts another among some sort, in passing, or is what that is: "banned by [Ostrany], the
    group", "labelled [a bandit] by the army, he"."""
    word = first_of_list(page, word)
    verb = page.heads[word]
    listed = verb >= 0 and page.forms[verb] in word_set("idle", "listed", "words")
    opens = listed and verb == page.bounds[page.sentence[verb]].first and page.forms[verb + 1] == "by"
    return listed and (opens or page.relations[verb] in ("acl", "advcl")) and page.relations[word] in _LISTED


def _accuses(page: Page, at: Stretch) -> bool:
    """Whether somebody accuses another: "the mayor, [whom Ana Bly] had accused of fraud"."""
    whom = page.forms[at.first] == "whom" or page.forms[at.first - 1] == "whom"
    verbs_over = (page.heads[word] for word in range(*at) if whom and page.relations[word] == "nsubj")
    return any(page.forms[verb] in word_set("idle", "accusing", "words") for verb in verbs_over if verb >= 0)


def _is_no_motive(page: Page, at: Stretch, word: int) -> bool:
    """Whether a motive is but what was done with people ("for questioning"), what aid was for ("to treat the wounded"),
    what one of them tried ("the guard, who [tried to stop them]", "shot as [he tried to flee]"), what people are held
    or praised for ("arrested over [the sinking]"), or why somebody would not be named."""
    table = section("idle", "no_motives")
    if _is_dealt_with(page, word) or explains_anonymity(page, word):
        return True
    forms = [form for form in page.forms[at.first : at.last] if form not in table["marks"]]
    if len(forms) == 1 and forms[0] in table["handling"]:
        return True
    if forms and forms[0] in table["aid"] and page.tags[word] == "VERB":
        return True
    who = page.child(word, "nsubj")
    if page.forms[word] not in table["trying"]:
        return False
    return _marked(page, word, table["meanwhile"]) or (who is not None and page.forms[who] == "who")


def _is_dealt_with(page: Page, word: int) -> bool:
    """Whether words tell what somebody is arrested, questioned, praised or blamed for, by others than who did it."""
    table, above = section("idle", "no_motives"), page.heads[word]
    return _marked(page, word, table["over"]) and above >= 0 and page.forms[above] in table["dealing"]


def _marked(page: Page, word: int, marks: Collection[str]) -> bool:
    """Whether one of these words opens the phrase or clause of a word."""
    return any(
        page.relations[kid] in ("case", "mark") and page.forms[kid] in marks for kid in page.children[word]
    )


def _is_degree(page: Page, at: Stretch) -> bool:
    """Whether words only say how bad the wounds of those counted before are: "[none of them seriously]"."""
    table, forms = section("idle", "no_wounds"), page.forms[at.first : at.last]
    return forms[0] in table["opening"] and not {*table["degrees"]}.isdisjoint(forms)


def _is_described(page: Page, at: Stretch, word: int) -> bool:
    """Whether people are only said to look like something, and to come to no harm: "described [men in masks]"."""
    verb = page.heads[word] if page.relations[word] == "obj" else -1
    described = verb >= 0 and page.forms[verb] in word_set("idle", "described", "words")
    return described and toll_uses().keys().isdisjoint(page.forms[slice(*at)])


def _is_under_somebody(page: Page, word: int) -> bool:
    """Whether a thing only tells what somebody leads: "shot the officer in charge of [the station]"."""
    lead = page.heads[word] if page.relations[word] == "nmod" else -1
    leads = lead >= 0 and page.forms[lead] in word_set("idle", "leading", "words")
    return leads and any(page.forms[kid] == "in" for kid in page.children[lead])
