"""What each of two tells that speak in one sentence."""

from __future__ import annotations

from standoff.extraction.chains.links import links
from standoff.extraction.grammar.page import Page
from trees import reading

AGAINST = (
    "Guards/NOUN/2/nsubj said/VERB/0/root two/NUM/4/nsubj died/VERB/2/ccomp ,/PUNCT/8/punct {but}/CCONJ/8/cc "
    "nurses/NOUN/8/nsubj said/VERB/2/conj six/NUM/10/nsubj died/VERB/8/ccomp ./PUNCT/2/punct"
)
JOINED = (
    "Two/NUM/2/nsubj died/VERB/0/root ,/PUNCT/5/punct guards/NOUN/5/nsubj said/VERB/2/parataxis ,/PUNCT/9/punct "
    "and/CCONJ/9/cc six/NUM/9/nsubj fell/VERB/2/conj ,/PUNCT/13/punct according/VERB/13/case to/ADP/11/fixed "
    "nurses/NOUN/2/obl ./PUNCT/2/punct"
)


def contents(tree: str, spans: list[tuple[str, str, str]]) -> list[tuple[str, int | None]]:
    """What each telling tells, and the number of that which encloses it."""
    page = Page.of(reading(tree, spans))
    return [(" ".join(map(page.quote, link.content)), link.within) for link in links(page)]


def test_what_is_set_against_it_is_no_part_of_what_one_says() -> None:
    spans = [
        ("source", "Guards", "said"), ("cue", "said", ""), ("content", "two died , but nurses said six died", "said"),
    ]  # fmt: skip
    assert contents(AGAINST.format(but="but"), spans) == [("two died", None), ("six died", None)]


def test_an_account_that_is_joined_to_what_another_tells_is_its_own() -> None:
    spans = [
        ("source", "nurses", "according"), ("cue", "according to", ""),
        ("content", "Two died , guards said , and six fell", "according"),
        ("source", "guards", "said"), ("cue", "said", ""), ("content", "Two died", "said"),
    ]  # fmt: skip
    assert contents(JOINED, spans) == [("Two died", None), ("six fell", None)]
