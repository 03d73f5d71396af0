"""The body for which somebody speaks."""

from __future__ import annotations

import pytest

from standoff.extraction.chains.chains import ChainIndex
from trees import reading

SPEAKER = (
    "A/DET/3/det {side}/PROPN/3/compound spokesman/NOUN/4/nsubj said/VERB/0/root the/DET/6/det {noun}/NOUN/7/nsubj "
    "fled/VERB/4/ccomp"
)


def meant(side: str, noun: str) -> str:
    parties = ChainIndex.of(reading(SPEAKER.format(side=side, noun=noun))).parties
    return parties.resolve(5).text


@pytest.mark.parametrize(
    ("side", "noun", "whom"),
    [("Redshirt", "group", "Redshirt"), ("Redshirt", "driver", "driver"), ("France", "group", "group")],
)
def test_the_group_of_a_spokesman_is_his_side(side: str, noun: str, whom: str) -> None:
    assert meant(side, noun) == whom
