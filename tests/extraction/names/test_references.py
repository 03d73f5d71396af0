"""Which name a role, a body or a report with "the" means."""

from __future__ import annotations

import pytest

from standoff.extraction.chains.chains import ChainIndex
from trees import reading, where

DOE = (
    "Governor/NOUN/2/compound Juan/PROPN/4/nsubj Doe/PROPN/2/flat said/VERB/0/root "
    "roads/NOUN/6/nsubj closed/VERB/4/ccomp ./PUNCT/4/punct"
)
THE_GOVERNOR = (
    "The/DET/2/det governor/NOUN/3/nsubj said/VERB/0/root two/NUM/5/nummod men/NOUN/6/nsubj "
    "fled/VERB/3/ccomp ./PUNCT/3/punct"
)
ATTORNEY_BLY = (
    "District/PROPN/2/compound Attorney/PROPN/3/compound Ana/PROPN/5/nsubj Bly/PROPN/3/flat said/VERB/0/root "
    "roads/NOUN/7/nsubj closed/VERB/5/ccomp ./PUNCT/5/punct"
)
THE_ATTORNEY = (
    "The/DET/3/det District/PROPN/3/compound Attorney/PROPN/4/nsubj said/VERB/0/root two/NUM/6/nummod "
    "men/NOUN/7/nsubj fled/VERB/4/ccomp ./PUNCT/4/punct"
)
ARMY_SPEAKER = (
    "Ana/PROPN/7/nsubj Bly/PROPN/1/flat ,/PUNCT/4/punct speaker/NOUN/1/appos of/ADP/6/case military/NOUN/4/nmod "
    "said/VERB/0/root roads/NOUN/9/nsubj closed/VERB/7/ccomp ./PUNCT/7/punct"
)
THE_MILITARY = (
    "The/DET/2/det military/NOUN/3/nsubj said/VERB/0/root two/NUM/5/nummod men/NOUN/6/nsubj "
    "fled/VERB/3/ccomp ./PUNCT/3/punct"
)
INDEX_SAYS = (
    "The/DET/3/det Harbour/PROPN/3/compound Index/PROPN/4/nsubj said/VERB/0/root roads/NOUN/6/nsubj "
    "closed/VERB/4/ccomp ./PUNCT/4/punct"
)
THE_REPORT = (
    "The/DET/2/det report/NOUN/3/nsubj said/VERB/0/root two/NUM/5/nummod men/NOUN/6/nsubj "
    "fled/VERB/3/ccomp ./PUNCT/3/punct"
)

SAYS = "{who} said/VERB/0/root roads/NOUN/5/nsubj closed/VERB/3/ccomp ./PUNCT/3/punct"
NORTHWIND = SAYS.format(who="Northwind/PROPN/3/nsubj Mills/PROPN/1/flat")
BLY = SAYS.format(who="Ana/PROPN/3/nsubj Bly/PROPN/1/flat")
THE = (
    "The/DET/2/det {noun}/NOUN/3/nsubj said/VERB/0/root two/NUM/5/nummod men/NOUN/6/nsubj fled/VERB/3/ccomp "
    "./PUNCT/3/punct"
)
THEIRS = (
    "Their/PRON/2/nmod company/NOUN/3/nsubj said/VERB/0/root two/NUM/5/nummod men/NOUN/6/nsubj fled/VERB/3/ccomp "
    "./PUNCT/3/punct"
)
OWNED = (
    "Ostrany/PROPN/3/nmod ~'s/PART/1/case company/NOUN/4/nsubj said/VERB/0/root two/NUM/6/nummod men/NOUN/7/nsubj "
    "fled/VERB/4/ccomp ./PUNCT/4/punct"
)
A_BISHOP = (
    "A/DET/2/det {noun}/NOUN/3/nsubj said/VERB/0/root two/NUM/5/nummod men/NOUN/6/nsubj fled/VERB/3/ccomp "
    "./PUNCT/3/punct"
)
BISHOP_BLY = (
    "Bishop/PROPN/2/compound Ana/PROPN/4/nsubj Bly/PROPN/2/flat said/VERB/0/root roads/NOUN/6/nsubj "
    "closed/VERB/4/ccomp ./PUNCT/4/punct"
)
FAR = "\n".join(["Roads/NOUN/2/nsubj closed/VERB/0/root ./PUNCT/2/punct"] * 3)


def tellers(trees: str) -> list[str]:
    """The names of those who tell of "two men"."""
    read = reading(trees)
    return [source.name for source in ChainIndex.of(read).chain_at(where(read, "two men"))[1]]


@pytest.mark.parametrize(
    ("trees", "name"),
    [
        (f"{NORTHWIND}\n{THE.format(noun='source')}", "Northwind Mills"),
        (f"{BLY}\n{THE.format(noun='source')}", "Ana Bly"),
        (f"{NORTHWIND}\n{THE.format(noun='harvester')}", "harvester"),
        (f"{NORTHWIND}\n{OWNED}", "Ostrany's company"),
        (f"{NORTHWIND}\n{THEIRS}", "company"),
        (f"{A_BISHOP.format(noun='bishop')}\n{BISHOP_BLY}", "Ana Bly"),
        (f"{A_BISHOP.format(noun='clerk')}\n{BISHOP_BLY}", "clerk"),
        (f"{A_BISHOP.format(noun='bishop')}\n{FAR}\n{BISHOP_BLY}", "bishop"),
        (f"{DOE}\n{THE.format(noun='officer')}", "Juan Doe"),
    ],
)
def test_a_noun_that_describes_nobody_means_who_spoke_last_or_is_named_soon(trees: str, name: str) -> None:
    assert tellers(trees) == [name]


@pytest.mark.parametrize(
    ("trees", "name"),
    [
        (f"{DOE}\n{THE_GOVERNOR}", "Juan Doe"),
        (f"{THE_GOVERNOR}\n{DOE}", "Juan Doe"),
        (f"{ATTORNEY_BLY}\n{THE_ATTORNEY}", "Ana Bly"),
        (f"{ARMY_SPEAKER}\n{THE_MILITARY}", "military"),
        (f"{INDEX_SAYS}\n{THE_REPORT}", "Harbour Index"),
        (THE_REPORT, "report"),
    ],
)
def test_a_noun_with_the_means_the_name_that_it_describes(trees: str, name: str) -> None:
    assert tellers(trees) == [name]


GUARD = (
    "The/DET/3/det coast/NOUN/3/compound guard/NOUN/4/nsubj said/VERB/0/root two/NUM/6/nummod men/NOUN/7/nsubj "
    "fled/VERB/4/ccomp ./PUNCT/4/punct"
)
SPOKESMAN = (
    "Coast/NOUN/2/compound guard/NOUN/3/compound spokesman/NOUN/4/compound Juan/PROPN/6/nsubj Doe/PROPN/4/flat "
    "said/VERB/0/root roads/NOUN/8/nsubj closed/VERB/6/ccomp ./PUNCT/6/punct"
)
RADIO = (
    "Radio/PROPN/2/compound Dalmora/PROPN/3/nsubj said/VERB/0/root roads/NOUN/5/nsubj closed/VERB/3/ccomp "
    "./PUNCT/3/punct"
)
THE_MINISTRY = (
    "The/DET/2/det ministry/NOUN/3/nsubj said/VERB/0/root two/NUM/5/nummod men/NOUN/6/nsubj fled/VERB/3/ccomp "
    "./PUNCT/3/punct"
)
FRONT = (
    "The/DET/2/det Front/PROPN/7/nsubj ,/PUNCT/2/punct an/DET/5/det alliance/NOUN/2/appos ,/PUNCT/2/punct "
    "said/VERB/0/root roads/NOUN/9/nsubj closed/VERB/7/ccomp ./PUNCT/7/punct"
)
THE_PAPER = (
    "The/DET/3/det Al/PROPN/3/compound newspaper/NOUN/4/nsubj said/VERB/0/root two/NUM/6/nummod men/NOUN/7/nsubj "
    "fled/VERB/4/ccomp ./PUNCT/4/punct"
)


@pytest.mark.parametrize(
    ("trees", "name"),
    [
        (f"{GUARD}\n{SPOKESMAN}", "coast guard"),
        (f"{SPOKESMAN}\n{GUARD}", "coast guard"),
        (f"{RADIO}\n{THE_MINISTRY}", "ministry"),
        (f"{FRONT}\n{THE_PAPER}", "Al"),
    ],
)
def test_a_noun_with_the_means_no_name_of_another_sort(trees: str, name: str) -> None:
    assert tellers(trees) == [name]


def test_a_militant_group_is_no_military_bureau() -> None:
    bureau = (
        "The/DET/3/det military/ADJ/3/amod wing/NOUN/6/nsubj Harbour/PROPN/5/compound Relations/PROPN/3/appos "
        "met/VERB/0/root ./PUNCT/6/punct"
    )
    group = (
        "The/DET/3/det militant/ADJ/3/amod group/NOUN/4/nsubj said/VERB/0/root men/NOUN/6/nsubj fled/VERB/4/ccomp "
        "./PUNCT/4/punct"
    )
    assert ChainIndex.of(reading(f"{bureau}\n{group}")).attributions[-1].source.name == "militant group"


def test_a_body_and_its_short_form_are_not_two_of_whom_the_group_is_none() -> None:
    both = (
        "The/DET/3/det Heron/PROPN/3/compound Agency/PROPN/9/nsubj ,/PUNCT/7/punct or/CCONJ/7/cc the/DET/7/det "
        "HA/PROPN/3/conj ,/PUNCT/3/punct met/VERB/0/root ./PUNCT/9/punct"
    )
    assert (
        ChainIndex.of(reading(f"{both}\n{THE.format(noun='agency')}")).attributions[-1].source.name
        == "Heron Agency"
    )
