"""Tolls that only say that there were some, of people who have been counted."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.slots.uncounted import without_tolled, without_uncounted
from standoff.records import Claim, Quantity, Source, Span
from trees import reading

TREE = """Police/NOUN/2/nsubj shot/VERB/0/root three/NUM/4/nummod women/NOUN/2/obj ./PUNCT/2/punct
{people} were/AUX/3/aux shot/VERB/0/root there/ADV/3/advmod ./PUNCT/3/punct"""


def left(people: str, words: str, party: str | None, chain: tuple[str, ...] = (), event: str = "e1") -> int:
    page = Page.of(reading(TREE.format(people=people)))

    def claim(quote: str, value: Quantity, links: tuple[str, ...], of: str) -> Claim:
        first = list(page.words).index(quote.split()[0])
        sources = tuple(Source(name, "named", "media") for name in links)
        span = page.span(Stretch(first, first + len(quote.split())))
        return Claim("", of, "attack", "injured", value, (span,), chain=sources)

    counted = claim("three women", Quantity("toll", 3, 3, party="women"), (), "e1")
    told = claim(words, Quantity("toll", 2, None, party=party), chain, event)
    return len(without_uncounted(page, [counted, told]))


@pytest.mark.parametrize(
    ("people", "words", "party", "count"),
    [
        ("They/PRON/3/nsubj", "They were shot", None, 1),
        ("Women/NOUN/3/nsubj", "Women were shot", "women", 1),
        ("Others/NOUN/3/nsubj", "Others were shot", "others", 2),
        ("Several/ADJ/3/nsubj", "Several were shot", None, 2),
    ],
)
def test_people_who_were_counted_are_not_told_again_without_number(
    people: str, words: str, party: str | None, count: int
) -> None:
    assert left(people, words, party) == count


def test_another_source_that_gives_no_number_keeps_its_toll() -> None:
    assert left("Women/NOUN/3/nsubj", "Women were shot", "women", ("a nurse",)) == 2
    assert left("Women/NOUN/3/nsubj", "Women were shot", "women", ("a nurse",), "e2") == 1


@pytest.mark.parametrize(("number", "start", "left"), [(3, 4, 1), (2, 4, 2), (3, 30, 2)])
def test_a_toll_stands_for_the_number_of_targets_on_its_words(number: int, start: int, left: int) -> None:
    toll = Claim("", "e1", "attack", "injured", Quantity("toll", 3, 3, party="women"), (Span(0, 11),))
    count = Claim(
        "", "e1", "attack", "target_count", Quantity("count", number, number), (Span(start, start + 7),)
    )
    assert len(without_tolled([toll, count])) == left


def test_one_without_a_number_is_no_count_of_who_took_part() -> None:
    page = Page.of(
        reading(
            "A/DET/2/det band/NOUN/3/nsubj fled/VERB/0/root with/ADP/6/case one/NUM/6/nummod car/NOUN/3/obl"
        )
    )
    one = Quantity("count", 1, 1)
    band, car = (
        Claim("", "e1", "attack", "actor_count", one, (page.span(at),))
        for at in (Stretch(0, 2), Stretch(4, 6))
    )
    assert without_uncounted(page, [band, car]) == [car]
