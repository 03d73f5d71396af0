"""What the sources in chains are: their kinds, how they are identified and described; trees written by hand."""

from __future__ import annotations

import pytest

from standoff.extraction.chains.chains import ChainIndex
from trees import reading, where


def test_what_a_phrase_calls_its_source_tells_the_kind_where_the_tree_loses_it() -> None:
    line = (
        "The/DET/2/det mayor/NOUN/9/nsubj of/ADP/4/case Tellis/PROPN/2/nmod ,/PUNCT/6/punct Ana/PROPN/4/flat "
        "Bly/PROPN/6/flat ,/PUNCT/2/punct said/VERB/0/root roads/NOUN/11/nsubj closed/VERB/9/ccomp ./PUNCT/9/punct"
    )
    spans = [
        ("source", "The mayor of Tellis , Ana Bly", "said"),
        ("cue", "said", ""),
        ("content", "roads closed", "said"),
    ]
    (source,) = ChainIndex.of(made := reading(line, spans)).chain_at(where(made, "roads closed"))[1]
    assert (source.name, source.kind) == ("Ana Bly", "official")


@pytest.mark.parametrize(
    ("own", "noun", "mark", "kind"),
    [
        ("My", "son", '"', "relative"),
        ("My", "son", "'", "unknown"),
        ("My", "roof", '"', "unknown"),
        ("its", "gunners", "'", "official"),
        ("its", "fighters", "'", "party"),
        ("its", "boats", "'", "unknown"),
    ],
)
def test_whom_a_source_calls_its_own_tells_its_kind(own: str, noun: str, mark: str, kind: str) -> None:
    line = (
        f"{mark}/PUNCT/4/punct {own}/PRON/3/nmod {noun}/NOUN/4/nsubj fell/VERB/7/ccomp ,/PUNCT/4/punct "
        f"{mark}/PUNCT/4/punct said/VERB/0/root Karsova/PROPN/7/nsubj ./PUNCT/7/punct"
    )
    assert [item.source.kind for item in ChainIndex.of(reading(line)).attributions] == [kind]


def test_what_describes_a_source_is_set_as_the_report_sets_it() -> None:
    line = (
        "State/NOUN/3/compound ~-/PUNCT/1/punct ~run/VERB/4/amod broadcaster/NOUN/5/compound Orsk/PROPN/6/nsubj "
        "said/VERB/0/root roads/NOUN/8/nsubj closed/VERB/6/ccomp ./PUNCT/6/punct"
    )
    spans = [
        ("source", "State-run broadcaster Orsk", "said"),
        ("cue", "said", ""),
        ("content", "roads closed", "said"),
    ]
    (source,) = ChainIndex.of(made := reading(line, spans)).chain_at(where(made, "roads closed"))[1]
    assert source.described == ("State-run broadcaster",)


def test_who_asked_not_to_be_named_is_anonymous_and_not_who_speaks_beside_him() -> None:
    line = (
        "Villagers/NOUN/2/nsubj said/VERB/0/root boats/NOUN/4/nsubj sank/VERB/2/ccomp but/CCONJ/13/cc a/DET/7/det "
        "clerk/NOUN/13/nsubj who/PRON/9/nsubj asked/VERB/7/acl not/PART/12/advmod be/AUX/12/aux named/VERB/9/advcl "
        "said/VERB/2/conj roads/NOUN/15/nsubj closed/VERB/13/ccomp ./PUNCT/2/punct"
    )
    made = reading(line.replace("not/PART", "to/PART").replace("asked/", "declined/"))
    found = {made.source.name: made.source.identification for made in ChainIndex.of(made).attributions}
    assert found == {"villagers": "group", "clerk": "anonymous"}


@pytest.mark.parametrize(
    ("noun", "kind"), [("ministry", "official"), ("militia", "party"), ("newspaper", "unknown")]
)
def test_a_spokesman_right_after_a_body_spoke_is_of_its_kind(noun: str, kind: str) -> None:
    says = "{who}/NOUN/3/nsubj said/VERB/0/root roads/NOUN/5/nsubj closed/VERB/3/ccomp ./PUNCT/3/punct"
    lines = (f"{det}/DET/2/det {says.format(who=who)}" for det, who in (("The", noun), ("A", "spokesman")))
    assert ChainIndex.of(reading("\n".join(lines))).attributions[-1].source.kind == kind


@pytest.mark.parametrize(
    ("hearer", "outer"),
    [
        ("dpa/NOUN/3/obj", [("dpa", "named", "agency")]),
        (
            "the/DET/7/det dpa/NOUN/7/compound news/NOUN/7/compound agency/NOUN/3/obj",
            [("dpa", "named", "agency")],
        ),
        ("the/DET/5/det guardian/NOUN/3/obj", []),
    ],
)
def test_a_known_agency_is_named_in_small_letters_too(hearer: str, outer: list[tuple[str, str, str]]) -> None:
    count = 4 + len(hearer.split())
    line = (
        f"The/DET/2/det warden/NOUN/3/nsubj told/VERB/0/root {hearer} "
        f"men/NOUN/{count + 1}/nsubj fled/VERB/3/ccomp ./PUNCT/3/punct"
    )
    ((_, chain),) = ChainIndex.of(made := reading(line)).chains_at(where(made, "men fled"))
    assert [(link.name, link.identification, link.kind) for link in chain[:-1]] == outer


SAW = (
    '"/PUNCT/3/punct {who}/PRON/3/nsubj {saw}/VERB/8/ccomp {thing}/NOUN/3/obj ,/PUNCT/3/punct "/PUNCT/3/punct '
    "Bly/PROPN/8/nsubj recalled/VERB/0/root ./PUNCT/8/punct"
)


@pytest.mark.parametrize(
    ("who", "saw", "thing", "kind"),
    [
        ("I", "saw", "gunmen", "witness"),
        ("We", "heard", "shots", "witness"),
        ("I", "heard", "rumours", "unknown"),
        ("I", "saw", "footage", "unknown"),
        ("They", "saw", "gunmen", "unknown"),
        ("I", "blame", "gunmen", "unknown"),
    ],
)
def test_who_says_that_he_saw_or_heard_it_is_a_witness(who: str, saw: str, thing: str, kind: str) -> None:
    made = reading(SAW.format(who=who, saw=saw, thing=thing))
    ((_, chain),) = ChainIndex.of(made).chains_at(where(made, thing))
    assert [(link.name, link.kind) for link in chain] == [("Bly", kind)]


def test_who_says_that_he_saw_men_do_a_thing_is_a_witness() -> None:
    made = reading(
        '"/PUNCT/3/punct I/PRON/3/nsubj saw/VERB/8/ccomp men/NOUN/5/nsubj running/VERB/3/ccomp "/PUNCT/3/punct '
        "Bly/PROPN/8/nsubj said/VERB/0/root ./PUNCT/8/punct"
    )
    ((_, chain),) = ChainIndex.of(made).chains_at(where(made, "men"))
    assert [(link.name, link.kind) for link in chain] == [("Bly", "witness")]
