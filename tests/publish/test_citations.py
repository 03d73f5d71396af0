"""Who cites whom as a tree and as a picture, whatever the sources are called."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from lxml import etree

from many import source, told, toll
from publish.strategies import any_text
from standoff.publish.citations import citation_picture, citation_tree
from standoff.publish.safety import visible
from standoff.records import Span
from standoff.records.report import Dateline
from standoff.weighing.citations import citations


@given(any_text)
def test_any_name_stands_in_a_picture_that_is_well_formed(name: str) -> None:
    reports = [told("a", "Gazette", "2031-03-14T08:00:00+00:00", toll("killed", 3, chain=(source(name),)))]
    picture = etree.fromstring(citation_picture(citations(reports)).encode())
    titles = picture.findall(".//{*}title")
    assert any(visible(name).strip() in visible(title.text or "") for title in titles)


def test_claims_are_counted() -> None:
    chain = (source("Northwind"),)
    claims = [toll("killed", 3, chain=chain), toll("injured", 4)]
    reports = [told("a", "Gazette", "2031-03-14T08:00:00+00:00", *claims)]
    assert citation_tree(citations(reports)) == (
        "Gazette [2031-03-14 08:00] – 2 claims\n└─ Northwind [named official] – 1 claim\n"
    )


def test_an_agency_that_a_dateline_credits_is_one_whatever_it_sounds_like() -> None:
    made = told("a", "Coast Agency", "2031-03-14T08:00:00+00:00", toll("killed", 3))
    credited = replace(
        made, report=replace(made.report, dateline=Dateline("Pellan", "Coast Agency", Span(0, 1)))
    )
    cites = told(
        "b", "Gazette", "2031-03-14T09:00:00+00:00", toll("killed", 3, chain=(source("Coast Agency"),))
    )
    assert "└─ Coast Agency [named agency] – 1 claim" in citation_tree(citations([credited, cites]))
