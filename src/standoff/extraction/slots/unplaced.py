"""Places where nothing of what is told happened: where a death was recorded, the hospital people were taken to,
what somebody left, where an account came from, where people are from; or of which nobody says where they are.

The words are in ``idle.toml`` and ``cues.toml``. Invariant: the answer depends on the words and the tree of one
sentence alone.
"""

from __future__ import annotations

from standoff.extraction.grammar.clauses import has_case
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.slots.undated import records_death

_BEFALLEN = ("killed", "injured", "arrested")  # whom these befell they moved nowhere


def is_unplaced(page: Page, at: Stretch) -> bool:
    """Whether a place is not that of what its sentence tells."""
    top = top_of(page, at)
    verb = page.heads[top]
    if _is_untold(page, at, top):
        return True
    if verb >= 0 and _is_home(page, top, verb):
        return True
    if has_case(page, top, ("out",)) or page.forms[top] in section("idle", "elsewhere")["no_places"]:
        return True  # "free passage out of the city", "shot from close range"
    if verb < 0 or page.tags[verb] != "VERB":
        return False
    table = section("idle", "elsewhere")
    if page.relations[top] == "obj" and page.forms[verb] in table["leaving"]:
        return True
    if has_case(page, top, ("to",)) and not set(page.forms[slice(*at)]).isdisjoint(table["hospitals"]):
        return True
    return records_death(page, verb) or (has_case(page, top, ("from",)) and _is_of_account(page, verb))


def _is_untold(page: Page, at: Stretch, top: int) -> bool:
    """Whether nobody says where it is: "an undisclosed location", but not "a secret location in Arden"."""
    table = section("idle", "elsewhere")
    told = any(page.tags[word] == "PROPN" for word in range(*at))
    untold = any(page.forms[kid] in table["untold"] for kid in page.children[top])
    return untold and not told and page.forms[top] in table["somewhere"]


def _is_home(page: Page, place: int, above: int) -> bool:
    """Whether a place is where people come from, whatever the tree hangs it on: "killed a trucker from [Arden]"; not
    "took a boy from [a school]"."""
    case = next((kid for kid in page.children[place] if page.forms[kid] == "from"), None)
    if case is None or page.entity_labels.get(case - 1) != "person" or case > place:
        return False
    befallen = any(page.forms[above] in section("parties", "tolls")[slot] for slot in _BEFALLEN)
    return above == case - 1 or (befallen and page.relations[place] == "obl")


def _is_of_account(page: Page, verb: int) -> bool:
    """Whether what comes from a place is an account: "reports coming from [Arden]"."""
    who = page.heads[verb] if page.relations[verb] == "acl" else page.child(verb, "nsubj")
    come = page.forms[verb] in section("idle", "elsewhere")["coming"]
    told = section("cues", "nouns")["telling"]
    return come and who is not None and page.forms[who].removesuffix("s") in told
