"""People killed and injured, summed up from the claims of one event."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.casualties import Casualties, casualties
from standoff.records import Claim, Quantity, Span

# Each line is one sentence; each claim is (slot, number, party, words).
CASES = {
    "a number and the same people one by one": (
        "Three men were wounded.\nA clerk was wounded, a cook was wounded.",
        [
            ("injured", 3, "men", "Three men"),
            ("injured", 1, "clerk", "A clerk"),
            ("injured", 1, "cook", "a cook"),
        ],
        Casualties(0, 3),
    ),
    "one who was hurt and then died": (
        "A man was shot.\nThe man died in hospital.",
        [("injured", 1, "man", "A man was shot"), ("killed", 1, "man", "The man died")],
        Casualties(1, 0),
    ),
    "a man who died is no woman who was hurt": (
        "A man died.\nA woman was hurt.",
        [("killed", 1, "man", "A man died"), ("injured", 1, "woman", "A woman was hurt")],
        Casualties(1, 1),
    ),
    "another man is another one": (
        "A man died and another man was hurt.",
        [("killed", 1, "man", "A man died"), ("injured", 1, "man", "another man was hurt")],
        Casualties(1, 1),
    ),
    "a sentence that tells the hurt from the dead": (
        "It left a man dead and a teen hurt.\nKurt Ander died.\nThe teen was shot.",
        [
            ("killed", 1, "man", "a man dead"),
            ("injured", 1, "teen", "a teen hurt"),
            ("killed", 1, "Kurt Ander", "Kurt Ander died"),
            ("injured", 1, "teen", "The teen was shot"),
        ],
        Casualties(1, 1),
    ),
    "the age beside a name": (
        "44-year-old Kurt Ander died.\nA girl was hurt.",
        [("killed", 1, "Kurt Ander", "Kurt Ander"), ("injured", 1, "girl", "A girl was hurt")],
        Casualties(1, 1),
    ),
    "one who died is no crowd": (
        "A clerk died.\nAna Orlo, Per Lund and Lea Moor were hurt.",
        [
            ("killed", 1, "clerk", "A clerk died"),
            ("injured", 1, "Ana Orlo", "Ana Orlo"),
            ("injured", 1, "Per Lund", "Per Lund"),
            ("injured", 1, "Lea Moor", "Lea Moor"),
        ],
        Casualties(1, 3),
    ),
    "ages tell people apart": (
        "A 19-year-old died.\nA 24-year-old was hurt.",
        [("killed", 1, "19-year-old", "A 19-year-old"), ("injured", 1, "24-year-old", "A 24-year-old")],
        Casualties(1, 1),
    ),
    "the short form of a name is the same person": (
        "Ana Orlo was killed.\nOrlo died at once.\nPer Lund was killed.",
        [
            ("killed", 1, "Ana Orlo", "Ana Orlo"),
            ("killed", 1, "Orlo", "Orlo died"),
            ("killed", 1, "Per Lund", "Per Lund"),
        ],
        Casualties(2, 0),
    ),
    "those who were shot hold the one who died": (
        "Four people were shot.\nOne woman died.",
        [("injured", 4, "people", "Four people were shot"), ("killed", 1, "woman", "One woman died")],
        Casualties(1, 3),
    ),
    "a number beside the dead is of the living": (
        "One woman died and four people were shot.",
        [("killed", 1, "woman", "One woman died"), ("injured", 4, "people", "four people were shot")],
        Casualties(1, 4),
    ),
    "those who were hit are the dead and the others": (
        "Four women had wounds.\nTwo women died.\nTwo others are in hospital.",
        [
            ("injured", 4, "women", "Four women had wounds"),
            ("killed", 2, "women", "Two women died"),
            ("injured", 2, "others", "Two others"),
        ],
        Casualties(2, 2),
    ),
    "one whom a sentence calls by more words": (
        "A young clerk who shot himself died, the clerk's aunt said.",
        [
            ("injured", 1, "clerk", "who shot himself"),
            ("killed", 1, "young clerk", "died"),
        ],
        Casualties(1, 0),
    ),
    "a list of people without names is summed up": (
        "A clerk and her two sons died, a cook was hurt.",
        [
            ("killed", 1, "clerk", "A clerk"),
            ("killed", 2, "sons", "her two sons"),
            ("injured", 1, "cook", "a cook was hurt"),
        ],
        Casualties(3, 1),
    ),
    "a number and the list of those it counts": (
        "Four people, two clerks and two cooks died.",
        [
            ("killed", 4, "people", "Four people"),
            ("killed", 2, "clerks", "two clerks"),
            ("killed", 2, "cooks", "two cooks"),
        ],
        Casualties(4, 0),
    ),
    "victims are no number where there is one": (
        "A man was hurt.\nThe victims are at home.",
        [("injured", 1, "man", "A man was hurt"), ("injured", -2, "victims", "The victims")],
        Casualties(0, 1),
    ),
    "nobody": ("A shot was heard.", [], Casualties(0, 0)),
}


def claims(text: str, rows: list[tuple[str, int, str, str]]) -> list[Claim]:
    found = []
    for slot, number, party, words in rows:
        start = text.index(words)
        high = None if number < 0 else number
        value = Quantity("toll", abs(number), high, party=party)
        found.append(Claim("", "e1", "attack", slot, value, (Span(start, start + len(words)),)))
    return found


@pytest.mark.parametrize("name", CASES)
def test_each_person_counts_once_and_the_dead_are_not_injured(name: str) -> None:
    text, rows, expected = CASES[name]
    assert casualties(text, claims(text, rows), lambda offset: text.count("\n", 0, offset)) == expected


def test_of_up_to_four_people_there_are_four() -> None:
    text = "As many as four men were shot."
    made = claims(text, [("injured", 4, "men", "As many as four men")])[0]
    upto = replace(made, value=Quantity("toll", None, 4, party="men"))
    assert casualties(text, [upto], lambda _: 0) == Casualties(0, 4)


def test_what_is_denied_or_planned_does_not_count() -> None:
    text = "Two men were killed."
    made = claims(text, [("killed", 2, "men", "Two men")])[0]
    unreal = [
        replace(made, polarity="denied"),
        replace(made, realis="intended"),
        replace(made, realis="hypothetical"),
    ]
    assert casualties(text, unreal, lambda _: 0) == Casualties(0, 0)
