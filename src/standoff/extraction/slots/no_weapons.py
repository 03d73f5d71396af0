"""What reads like a weapon and is none: loot, what somebody sat in or ran into, the bullet that hit, what was left, the
mines of miners.

A weapon is what was used in a deed or meant for it. What has the name of one is a weapon; anything else ("a car", "a
piece of glass") is one only where its sentence tells that it was used so ("rammed a car into the gate"). The words are
in ``weapons.toml`` and ``idle.toml``. Invariant: the answer depends on the words and the tree of one sentence, of mines
on the words of the report.
"""

from __future__ import annotations

from functools import cache

from standoff.extraction.grammar.clauses import has_case, passive
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import first_of_list
from standoff.extraction.lexicon import section, word_set

_MODIFIES = frozenset(("acl", "amod"))


def is_no_weapon(page: Page, at: Stretch, word: int) -> bool:
    """Whether a weapon, whose words have ``word`` for their head, only reads like one."""
    if _is_site(page, word):
        return True
    if page.forms[word] in section("weapons", "nouns")["words"]:
        return False
    return _is_elsewhere(page, word) or _has_hit(page, word) or not _is_used(page, at, word)


def _is_site(page: Page, word: int) -> bool:
    """Whether a mine is one that people dig, and not one that blows up: its report speaks of miners or coal, or of what
    is in or outside the mine."""
    table, form = section("idle", "sites"), page.forms[word]
    if form not in table["mines"]:
        return False
    return bool(page.where(table["digging"])) or any(
        has_case(page, each, table["at"]) for each in page.where((form,))
    )


def _is_elsewhere(page: Page, word: int) -> bool:
    """Whether words are of what was carried off or run into, where something was thrown from, or what a deed leaves
    behind."""
    first, table = first_of_list(page, word), section("idle", "no_weapons")
    above = page.heads[first]
    verb = page.forms[above] if above >= 0 else ""
    if has_case(page, first, ("with",)):
        return verb in table["going"] or verb in table["meeting"]
    if has_case(page, first, ("from",)) and verb in table["throwing"]:
        return True
    return page.forms[word] in table["words"]


def _has_hit(page: Page, word: int) -> bool:
    """Whether a bullet is told of as what caused a wound or made its way, which is an observation: "the bullet went
    through the wall", "grazed by a bullet" (gold/DECISIONS.md, "Slots and values"); not "rubber bullets were fired",
    nor what blows up ("a mortar round")."""
    table, above = section("weapons", "bullets"), page.heads[word]
    shells = any(page.forms[kid] in table["shells"] for kid in page.children[word] if kid < word)
    if page.forms[word] not in table["words"] or shells:
        return False
    known = any(page.forms[kid] in table["definite"] for kid in page.children[word])
    acts = page.relations[word] == "nsubj" and above >= 0 and not passive(page, above)
    return known or acts or has_case(page, word, ("by",))


def _is_used(page: Page, at: Stretch, word: int) -> bool:
    """Whether words name a weapon, or something that their sentence tells to be used as one: "hit by a van"."""
    if not _names().isdisjoint(page.forms[slice(*at)]):
        return True
    return any(_is_wielded(page, each) for each in {word, first_of_list(page, word)})


@cache
def _names() -> frozenset[str]:
    """The names of weapons, poisons among them."""
    words = word_set("weapons", "nouns", "words") | word_set("weapons", "known", "words")
    return words | word_set("named", "agents", "words")


def _is_wielded(page: Page, noun: int) -> bool:
    """Whether something is told with "with", is laden, is what a verb of using is done with, or does what weapons do;
    what caused an accident is no weapon, but `causes` tells of that."""
    table, above, relation = section("weapons", "used"), page.heads[noun], page.relations[noun]
    beside = {page.forms[kid] for kid in page.children[noun] if page.relations[kid] in _MODIFIES}
    if not beside.isdisjoint((*table["handled"], *table["parts"])):
        return True
    if above < 0:
        return False
    if has_case(page, noun, ("with",)):
        return True
    verb = page.forms[above]
    if relation in ("compound", "nmod"):
        return verb in (section("weapons", "nouns")["attacks"] if relation == "compound" else table["nouns"])
    if relation == "obj" or (relation == "nsubj" and passive(page, above)):
        return verb in table["handled"] or (verb in table["driving"] and _is_driven_into(page, above))
    acts = verb in table["acting"] or verb in section("named", "causes")["verbs"]
    return acts and (relation == "nsubj" or has_case(page, noun, ("by", "from")))


def _is_driven_into(page: Page, verb: int) -> bool:
    """Whether somebody drives into something: "drove a lorry into a crowd"."""
    into = section("weapons", "used")["into"]
    return any(has_case(page, kid, into) for kid in page.children[verb])
