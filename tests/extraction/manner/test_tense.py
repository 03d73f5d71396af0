"""What time a clause speaks of, by its verb's helpers and form."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.manner.tense import tense_at
from standoff.records import Span
from trees import reading


@pytest.mark.parametrize(
    ("tree", "tense"),
    [
        ("Dockers/NOUN/2/nsubj blocked/VERB/0/root the/DET/4/det port/NOUN/2/obj", "past"),
        ("Dockers/NOUN/2/nsubj struck/VERB/0/root the/DET/4/det port/NOUN/2/obj", "past"),
        ("Dockers/NOUN/2/nsubj block/VERB/0/root the/DET/4/det port/NOUN/2/obj", "present"),
        ("Dockers/NOUN/3/nsubj are/AUX/3/aux blocking/VERB/0/root the/DET/5/det port/NOUN/3/obj", "progressive"),
        ("They/PRON/4/nsubj have/AUX/4/aux been/AUX/4/aux blocking/VERB/0/root the/DET/6/det port/NOUN/4/obj",
         "progressive"),
        ("They/PRON/3/nsubj were/AUX/3/aux blocking/VERB/0/root the/DET/5/det port/NOUN/3/obj", "past"),
        ("They/PRON/4/nsubj were/AUX/4/aux still/ADV/4/advmod blocking/VERB/0/root the/DET/6/det port/NOUN/4/obj",
         "progressive"),
        ("They/PRON/3/nsubj have/AUX/3/aux blocked/VERB/0/root the/DET/5/det port/NOUN/3/obj", "past"),
        ("They/PRON/3/nsubj are/AUX/3/aux going/VERB/0/root to/PART/5/mark block/VERB/3/xcomp the/DET/7/det "
         "port/NOUN/5/obj", "future"),
        ("They/PRON/3/nsubj are/AUX/3/aux going/VERB/0/root to/ADP/6/case the/DET/6/det port/NOUN/3/obl",
         "progressive"),
        ("The/DET/2/det port/NOUN/4/nsubj is/AUX/4/aux going/VERB/0/root to/PART/7/mark be/AUX/7/cop "
         "shut/ADJ/4/xcomp", "future"),
        ("They/PRON/3/nsubj will/AUX/3/aux block/VERB/0/root the/DET/5/det port/NOUN/3/obj", "future"),
        ("They/PRON/3/nsubj would/AUX/3/aux block/VERB/0/root the/DET/5/det port/NOUN/3/obj", "would"),
        ("They/PRON/3/nsubj could/AUX/3/aux block/VERB/0/root the/DET/5/det port/NOUN/3/obj", "modal"),
        ("They/PRON/3/nsubj must/AUX/3/aux block/VERB/0/root the/DET/5/det port/NOUN/3/obj", "must"),
        ("They/PRON/2/nsubj want/VERB/0/root to/PART/4/mark block/VERB/2/xcomp the/DET/6/det port/NOUN/4/obj",
         "infinitive"),
        ("They/PRON/3/nsubj will/AUX/3/aux stop/VERB/0/root and/CCONJ/5/cc block/VERB/3/conj "
         "the/DET/7/det port/NOUN/5/obj", "future"),
        ("Guards/NOUN/6/nsubj are/AUX/6/cop still/ADV/6/advmod at/ADP/6/case the/DET/6/det port/NOUN/0/root",
         "present"),
        ("They/PRON/4/nsubj would/AUX/4/aux have/AUX/4/aux blocked/ADJ/0/root the/DET/6/det port/NOUN/4/obj", "would"),
        ("Blockade/NOUN/0/root of/ADP/4/case the/DET/4/det port/NOUN/1/nmod", "past"),
    ],
)  # fmt: skip
def test_the_verb_over_a_value_tells_its_tense(tree: str, tense: str) -> None:
    page = Page.of(reading(tree))
    start = page.text.index("port")
    at = page.stretch(Span(start, start + 4))
    assert at is not None
    assert tense_at(page, at) == tense
