"""Texts that break off, and denials of denials: the rules look beside words that are not there."""

from __future__ import annotations

import pytest

from made import report
from standoff import demo
from standoff.extraction import extract
from standoff.ingest import load
from standoff.reading import ModelReader, read_many
from standoff.records import Quantity

CALLED_FALSE = 'The army called the report false. "Two soldiers were killed in a crash."'


@pytest.mark.parametrize(
    "text",
    [
        "The army denied reports that the rebels' claims of six deaths were false.",
        "The mayor dismissed rumours that a statement by the rebels that six people had died was false.",
        "Ana Bly, governor of Tellis, was there. Two men were killed in Tellis on Monday, said Ana Bly,",
        "Fire destroys Tellis hotel; 30 guests were in the building",
        "60 people killed as ferry sinks. Rescuers said all 60 dead were in the cabin",
        "A spokesman for the army in the northern town of Arden on Sunday evening called the report false. "
        '"Two soldiers were killed in a crash."',
        "Six people died in Arden and the",
        "Our men fire not",
        "Officers came and found two male adults and two",
        "A man shot and killed his 14-year-old son, he was an intruder,",
        "A accidentally shot and killed 14-year-old son, he was an intruder,",
    ],
)
def test_every_hedge_has_its_words_wherever_a_text_ends(text: str) -> None:
    for claim in extract(ModelReader().read(report(text))).claims:
        assert all(hedge.span.quote(text).casefold() == hedge.text.casefold() for hedge in claim.hedges)


def test_a_quotation_in_which_who_denied_a_report_goes_on_is_not_denied() -> None:
    claims = [claim for claim in extract(ModelReader().read(report(CALLED_FALSE))).claims if claim.chain]
    assert [claim.value.low for claim in claims if isinstance(claim.value, Quantity)] == [2]
    assert {(claim.chain[-1].name, claim.polarity) for claim in claims} == {("army", "affirmed")}


def test_the_bundled_reports_may_break_off_anywhere() -> None:
    whole = [load(path).text.split(" ") for path in demo.paths()]
    cut = [report(" ".join(words[:end])) for words in whole for end in range(2, len(words), 4)]
    readings = map(extract, read_many(cut))
    assert all(
        hedge.span.quote(made.report.text).casefold() == hedge.text.casefold()
        for made in readings
        for claim in made.claims
        for hedge in claim.hedges
    )
