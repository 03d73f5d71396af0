"""How far what is told goes in its sentence."""

from __future__ import annotations

import pytest

from standoff.extraction.chains.chains import ChainIndex
from trees import reading, where

MIDDLE = (
    "Roads/NOUN/2/nsubj closed/VERB/0/root ,/PUNCT/5/punct clerks/NOUN/5/nsubj said/VERB/2/parataxis "
    "Monday/PROPN/5/obl ,/PUNCT/10/punct but/CCONJ/10/cc boats/NOUN/10/nsubj sank/VERB/2/conj ./PUNCT/2/punct"
)
TWO = (
    "Roads/NOUN/2/nsubj closed/VERB/0/root ,/PUNCT/5/punct clerks/NOUN/5/nsubj said/VERB/2/parataxis "
    ",/PUNCT/9/punct but/CCONJ/9/cc guards/NOUN/9/nsubj warned/VERB/2/conj boats/NOUN/11/nsubj sank/VERB/9/ccomp"
)
TAG = [("source", "clerks", "said"), ("cue", "said", ""), ("content", "Roads closed", "said")]
ACCORDING = (
    "According/VERB/3/case to/ADP/1/fixed clerks/NOUN/9/obl ,/PUNCT/9/punct when/SCONJ/6/advmod rain/NOUN/7/nsubj "
    "fell/VERB/9/advcl roads/NOUN/9/nsubj closed/VERB/0/root ./PUNCT/9/punct"
)

PUTS_BESIDE = (
    "Roads/NOUN/2/nsubj closed/VERB/0/root ,/PUNCT/5/punct clerks/NOUN/5/nsubj said/VERB/2/parataxis "
    ",/PUNCT/10/punct {when} rain/NOUN/10/nsubj fell/VERB/2/advcl ./PUNCT/2/punct"
)


def teller(line: str, spans: list[tuple[str, str, str]], words: str) -> list[str]:
    made = reading(line, spans)
    return [source.name for source in ChainIndex.of(made).chain_at(where(made, words))[1]]


def test_what_goes_on_after_a_tag_is_told_too() -> None:
    assert teller(MIDDLE, TAG, "boats sank") == ["clerks"]
    assert teller(MIDDLE, TAG, "Monday") == []


@pytest.mark.parametrize(
    ("when", "told_by"),
    [
        ("hours/NOUN/10/obl after/SCONJ/10/mark", []),
        ("days/NOUN/10/obl before/SCONJ/10/mark", []),
        ("just/ADV/8/advmod after/SCONJ/10/mark", ["clerks"]),
    ],
)
def test_what_only_stands_beside_it_in_time_is_not_told(when: str, told_by: list[str]) -> None:
    assert teller(PUTS_BESIDE.format(when=when), TAG, "rain fell") == told_by


def test_another_telling_keeps_its_own() -> None:
    assert teller(TWO, TAG, "boats sank") == ["guards"]
    assert teller(TWO, TAG, "but") == []


def test_the_attribution_keeps_the_content_that_its_words_show() -> None:
    made = reading(MIDDLE, TAG)
    attribution = ChainIndex.of(made).attributions[0]
    assert [span.quote(made.report.text) for span in attribution.content] == ["Roads closed"]


@pytest.mark.parametrize("content", ["roads closed", "closed"])
def test_all_after_an_opening_according_to_is_told(content: str) -> None:
    spans = [
        ("source", "clerks", "According"),
        ("cue", "According to", ""),
        ("content", content, "According"),
    ]
    assert teller(ACCORDING, spans, "when rain fell") == ["clerks"]


def test_a_quotation_belongs_to_the_tag_right_after_it() -> None:
    line = (
        'Guards/NOUN/2/nsubj spoke/VERB/0/root ./PUNCT/2/punct\n"/PUNCT/3/punct Roads/NOUN/3/nsubj '
        'closed/VERB/7/ccomp ,/PUNCT/3/punct "/PUNCT/3/punct clerks/NOUN/7/nsubj said/VERB/0/root ./PUNCT/7/punct'
    )
    spans = [
        ("source", "Guards", "spoke"), ("cue", "spoke", ""), ("content", "Roads closed", "spoke"),
        ("source", "clerks", "said"), ("cue", "said", ""), ("content", "said", "said"),
    ]  # fmt: skip
    assert teller(line, spans, "Roads closed") == ["clerks"]


@pytest.mark.parametrize(
    ("end", "told_by"),
    [("./PUNCT/8/punct", ["guards", "clerks"]), ("and/CCONJ/10/cc left/VERB/8/conj", ["clerks", "guards"])],
)
def test_a_tag_that_closes_its_sentence_holds_all_of_it(end: str, told_by: list[str]) -> None:
    line = (
        "Clerks/NOUN/2/nsubj said/VERB/0/root roads/NOUN/4/nsubj closed/VERB/2/ccomp late/ADV/4/advmod ,/PUNCT/8/punct "
        f"guards/NOUN/8/nsubj reported/VERB/4/parataxis {end}"
    )
    spans = [("source", "Clerks", "said"), ("cue", "said", ""), ("source", "guards", "reported")]
    assert teller(line, [*spans, ("cue", "reported", "")], "roads closed") == told_by


def test_what_stands_beside_it_in_time_is_not_told_though_it_is_read_so() -> None:
    line = PUTS_BESIDE.format(when="hours/NOUN/10/obl after/SCONJ/10/mark")
    assert teller(line, [*TAG, ("content", "hours after rain fell", "said")], "rain fell") == []
    assert teller(line, [*TAG, ("content", "hours after rain fell", "said")], "Roads closed") == ["clerks"]


def test_a_quotation_stays_with_the_telling_that_its_speaker_goes_on_from() -> None:
    line = (
        '"/PUNCT/3/punct Roads/NOUN/3/nsubj closed/VERB/7/ccomp ,/PUNCT/3/punct "/PUNCT/3/punct Ana/PROPN/7/nsubj '
        "Bly/PROPN/6/flat told/VERB/0/root Northwind/PROPN/8/iobj ,/PUNCT/11/punct adding/VERB/8/advcl "
        "boats/NOUN/13/nsubj sank/VERB/11/ccomp ./PUNCT/8/punct"
    )
    spans = [("source", "Ana Bly", "told"), ("cue", "told", ""), ("content", "Roads closed", "told")]
    spans += [("cue", "adding", ""), ("content", "boats sank", "adding")]
    assert teller(line, spans, "Roads closed") == ["Northwind", "Ana Bly"]


@pytest.mark.parametrize(("verb", "told_by"), [("blocking", ["clerks"]), ("hurt", [])])
def test_a_participle_of_what_is_told_is_told_too(verb: str, told_by: list[str]) -> None:
    line = (
        "Clerks/NOUN/2/nsubj said/VERB/0/root that/SCONJ/5/mark roads/NOUN/5/nsubj closed/VERB/2/ccomp ,/PUNCT/7/punct "
        f"{verb}/VERB/5/advcl nine/NUM/9/nummod lorries/NOUN/7/obj ./PUNCT/2/punct"
    )
    spans = [("source", "Clerks", "said"), ("cue", "said", ""), ("content", "that roads closed", "said")]
    assert teller(line, spans, "nine lorries") == told_by


@pytest.mark.parametrize(("who", "told_by"), [("who", []), ("they", ["guards"])])
def test_what_a_clause_on_a_noun_tells_ends_with_it(who: str, told_by: list[str]) -> None:
    line = (
        f"Men/NOUN/6/nsubj {who}/PRON/5/nsubj guards/NOUN/4/nsubj said/VERB/1/acl fled/VERB/4/ccomp robbed/VERB/0/root "
        "banks/NOUN/6/obj ./PUNCT/6/punct"
    )
    spans = [("source", "guards", "said"), ("cue", "said", ""), ("content", "fled robbed banks", "said")]
    assert teller(line, spans, "banks") == told_by
    assert teller(line, spans, "fled") == ["guards"]


ON_SOURCE = (
    "Roads/NOUN/2/nsubj closed/VERB/4/ccomp ,/PUNCT/2/punct said/VERB/0/root Bly/PROPN/4/nsubj {where} "
    ",/PUNCT/{n}/punct {who}/PRON/{n}/nsubj fled/VERB/2/conj ./PUNCT/4/punct"
)


@pytest.mark.parametrize(
    ("where_told", "who", "told_by"),
    [
        ("", "who", []),
        ("", "they", ["Bly"]),
        ("in/ADP/8/case a/DET/8/det statement/NOUN/4/obl", "they", []),
    ],
)
def test_what_is_told_of_the_source_or_of_its_text_is_not_told_by_it(
    where_told: str, who: str, told_by: list[str]
) -> None:
    line = ON_SOURCE.format(where=where_told, n=11 if where_told else 8, who=who)
    spans = [("source", "Bly", "said"), ("cue", "said", ""), ("content", "Roads closed", "said")]
    assert teller(line, spans, "fled") == told_by


def test_a_clause_on_a_noun_that_others_tell_does_not_stop_a_tag() -> None:
    line = (
        "Lind/PROPN/8/nsubj ,/PUNCT/4/punct a/DET/4/det clerk/NOUN/1/appos named/VERB/4/acl by/ADP/7/case "
        "guards/NOUN/5/obl fled/VERB/0/root home/NOUN/8/obl ,/PUNCT/8/punct according/VERB/13/case to/ADP/11/fixed "
        "records/NOUN/8/obl ./PUNCT/8/punct"
    )
    spans = [
        ("source", "guards", ""), ("source", "records", "according"), ("cue", "according to", ""),
        ("content", "Lind", "according"),
    ]  # fmt: skip
    assert teller(line, spans, "fled home") == ["records"]


def test_an_account_within_what_is_told_is_within_it() -> None:
    line = (
        "Bly/PROPN/2/nsubj said/VERB/0/root that/SCONJ/10/mark ,/PUNCT/7/punct according/VERB/7/case to/ADP/5/fixed "
        "figures/NOUN/2/obl ,/PUNCT/7/punct nine/NUM/10/nsubj died/VERB/2/ccomp ./PUNCT/2/punct"
    )
    spans = [
        ("source", "Bly", "said"), ("cue", "said", ""),
        ("content", "that , according to figures , nine died", "said"),
    ]  # fmt: skip
    assert teller(line, spans, "nine died") == ["Bly", "figures"]


def test_a_clause_with_what_tells_what_it_says_that_something_is() -> None:
    line = (
        "Two/NUM/2/nsubj died/VERB/0/root in/ADP/4/case what/PRON/2/obl clerks/NOUN/6/nsubj described/VERB/4/acl "
        "as/ADP/9/case an/DET/9/det accident/NOUN/6/obl on/ADP/11/case Monday/PROPN/2/obl ./PUNCT/2/punct"
    )
    spans = [("source", "clerks", "described"), ("cue", "described", ""), ("content", "what", "described")]
    assert teller(line, spans, "accident") == ["clerks"]
    assert teller(line, spans, "Monday") == []


OF_CLAUSE = (
    "Bly/PROPN/2/nsubj said/VERB/0/root that/SCONJ/6/mark dockers/NOUN/6/nsubj were/AUX/6/aux hit/VERB/2/ccomp "
    "by/ADP/8/case stones/NOUN/6/obl thrown/VERB/{over}/acl by/ADP/11/case clerks/NOUN/9/obl ./PUNCT/2/punct"
)


@pytest.mark.parametrize(("over", "told_by"), [(8, ["Bly"]), (2, [])])
def test_all_that_the_clause_goes_on_with_is_told(over: int, told_by: list[str]) -> None:
    spans = [
        ("source", "Bly", "said"),
        ("cue", "said", ""),
        ("content", "that dockers were hit by stones", "said"),
    ]
    assert teller(OF_CLAUSE.format(over=over), spans, "clerks") == told_by


@pytest.mark.parametrize(("helper", "told_by"), [("had", ["clerks"]), ("would", [])])
def test_what_is_joined_to_what_a_teller_says_he_had_done_is_told(helper: str, told_by: list[str]) -> None:
    line = (
        f"Clerks/NOUN/2/nsubj said/VERB/0/root they/PRON/5/nsubj {helper}/AUX/5/aux stopped/VERB/2/ccomp it/PRON/5/obj "
        "and/CCONJ/8/cc held/VERB/2/conj dockers/NOUN/8/obj ./PUNCT/2/punct"
    )
    spans = [
        ("source", "Clerks", "said"),
        ("cue", "said", ""),
        ("content", f"they {helper} stopped it", "said"),
    ]
    assert teller(line, spans, "dockers") == told_by


def test_who_is_named_behind_as_tells_what_stands_right_before_and_no_more() -> None:
    line = (
        "Bly/PROPN/2/nsubj blamed/VERB/0/root rain/NOUN/2/obj and/CCONJ/5/cc denied/VERB/2/conj roads/NOUN/7/nsubj "
        "closed/VERB/5/ccomp ,/PUNCT/11/punct as/SCONJ/11/mark clerks/NOUN/11/nsubj allege/VERB/2/parataxis "
        "./PUNCT/2/punct"
    )
    spans = [
        ("source", "Bly", "blamed"), ("cue", "blamed", ""), ("content", "rain", "blamed"),
        ("cue", "denied", ""), ("content", "roads closed", "denied"),
        ("source", "clerks", "allege"), ("cue", "allege", ""),
        ("content", "Bly blamed rain and denied roads closed", "allege"),
    ]  # fmt: skip
    made = reading(line, spans)
    (told,) = (item for item in ChainIndex.of(made).attributions if item.source.name == "clerks")
    assert [span.quote(made.report.text) for span in told.content] == ["roads closed"]
    assert teller(line, spans, "rain") == ["Bly"]


@pytest.mark.parametrize(("mark", "chain"), [(";", ["guards"]), (",", ["clerks", "guards"])])
def test_an_according_to_ends_at_a_semicolon_behind_which_another_tells(mark: str, chain: list[str]) -> None:
    line = (
        "According/VERB/3/case to/ADP/1/fixed clerks/NOUN/6/obl ,/PUNCT/6/punct roads/NOUN/6/nsubj closed/VERB/0/root "
        f"{mark}/PUNCT/9/punct guards/NOUN/9/nsubj said/VERB/6/conj boats/NOUN/11/nsubj sank/VERB/9/ccomp "
        "./PUNCT/6/punct"
    )
    spans = [
        ("source", "clerks", "According to"), ("cue", "According to", ""), ("content", "roads closed", "According to"),
        ("source", "guards", "said"), ("cue", "said", ""), ("content", "boats sank", "said"),
    ]  # fmt: skip
    assert teller(line, spans, "boats") == chain


def test_a_participle_tells_who_claims_the_act_and_no_more() -> None:
    line = (
        "Men/NOUN/2/nsubj fled/VERB/0/root in/ADP/5/case an/DET/5/det attack/NOUN/2/obl claimed/VERB/5/acl "
        "by/ADP/8/case Heron/PROPN/6/obl"
    )
    spans = [
        ("source", "Heron", "claimed"),
        ("cue", "claimed", ""),
        ("content", "Men fled in an attack", "claimed"),
    ]
    assert teller(line, spans, "Men") == []
    assert teller(line, spans, "attack") == ["Heron"]
