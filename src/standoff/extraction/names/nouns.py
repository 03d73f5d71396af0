"""What a noun tells of number and sex, by its own form and what is joined to it, and of life."""

from __future__ import annotations

from collections.abc import Iterable

from standoff.extraction.grammar.noun_forms import plural, singular
from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import section
from standoff.extraction.names.parts import person_words


def gender(forms: Iterable[str]) -> str | None:
    """ "f" or "m" when one of the words (lower case) tells."""
    forms = {form.rstrip(".") for form in forms}
    female, male = forms & person_words("female"), forms & person_words("male")
    if bool(female) == bool(male):
        return None
    return "f" if female else "m"


def is_plural_noun(page: Page, head: int) -> bool:
    """Whether a head is itself a noun in the plural, whatever it is joined to."""
    return not page.named(head) and plural(page.forms[head])


def is_plural(page: Page, head: int) -> bool:
    """Whether the noun phrase on a head stands for several: a plural noun, or joined by "and"."""
    return is_plural_noun(page, head) or page.child(head, "conj") is not None


def are_killed(page: Page, head: int) -> bool:
    """Whether a noun stands for those whom a verb says to be killed: "killed [12 militants]", "[two guards] died"."""
    verb = page.heads[head]
    if verb < 0 or page.forms[verb] not in section("parties", "tolls")["killed"]:
        return False
    done_to = page.relations[head] == "nsubj" and page.child(verb, "obj") is None
    return page.relations[head] == "obj" or done_to


def head_noun(page: Page, head: int) -> str:
    """The head's noun in the singular."""
    return singular(page.forms[head])
