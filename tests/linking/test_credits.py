"""Agencies are credited in datelines, bylines and lines of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import made
from standoff.linking.credits import credits_of
from standoff.records import Rendition, Report


def written(text: str, **facts: Any) -> Report:
    plain = replace(made.reading().report, rendition=Rendition(text, "text", "1"), parts=(), dateline=None)
    return replace(plain, **facts)


def test_a_line_of_its_own_credits_an_agency() -> None:
    assert credits_of(written("Gunmen seized a depot.\n\n— AP")) == ("AP",)
    assert credits_of(written("(Reuters)\n\nGunmen seized a depot.")) == ("Reuters",)


def test_a_byline_credits_an_agency() -> None:
    assert credits_of(written("Gunmen seized a depot.", byline="By The Associated Press")) == ("AP",)


def test_an_agency_does_not_credit_itself_and_a_mention_is_no_credit() -> None:
    assert credits_of(written("Gunmen seized a depot.\n\n— AP", outlet="AP")) == ()
    assert credits_of(written("The mayor told Reuters on Friday.")) == ()
