"""Chains at places of invented reports whose trees are written by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made import bare_reading
from standoff.extraction.chains.chains import ChainIndex
from standoff.records import Reading, Span
from trees import reading, where

CITING = (
    "Reuters/PROPN/7/nsubj ,/PUNCT/3/punct citing/VERB/1/acl unnamed/ADJ/5/amod "
    "officials/NOUN/3/obj ,/PUNCT/3/punct "
    "said/VERB/0/root the/DET/9/det gunmen/NOUN/10/nsubj fled/VERB/7/ccomp ./PUNCT/7/punct"
)
TOLD = (
    "The/DET/3/det police/NOUN/3/compound chief/NOUN/4/nsubj told/VERB/0/root "
    "{hearer}/PROPN/4/iobj that/SCONJ/9/mark "
    "the/DET/8/det army/NOUN/9/nsubj said/VERB/4/ccomp six/NUM/11/nummod "
    "men/NOUN/12/nsubj fled/VERB/9/ccomp ./PUNCT/4/punct"
)
ACCORDING = (
    "Two/NUM/2/nummod men/NOUN/3/nsubj fled/VERB/0/root ,/PUNCT/6/punct "
    "according/VERB/7/case to/ADP/5/fixed "
    "witnesses/NOUN/3/obl ./PUNCT/3/punct"
)
CLAIMED = (
    "The/DET/3/det Red/PROPN/3/compound Herons/PROPN/4/nsubj claimed/VERB/0/root "
    "responsibility/NOUN/4/obj for/ADP/8/case "
    "the/DET/8/det blast/NOUN/5/nmod ./PUNCT/4/punct"
)
JOINT = (
    "Police/NOUN/4/nsubj and/CCONJ/3/cc witnesses/NOUN/1/conj said/VERB/0/root "
    "two/NUM/6/nummod men/NOUN/7/nsubj "
    "fled/VERB/4/ccomp ./PUNCT/4/punct"
)
REPORTED = (
    "It/PRON/3/expl was/AUX/3/aux:pass reported/VERB/0/root that/SCONJ/6/mark roads/NOUN/6/nsubj:pass "
    "closed/VERB/3/ccomp ./PUNCT/3/punct"
)
QUOTED_AS = (
    "Ana/PROPN/4/nsubj:pass Bly/PROPN/1/flat was/AUX/4/aux:pass quoted/VERB/0/root "
    "by/ADP/6/case Reuters/PROPN/4/obl "
    "as/SCONJ/8/mark saying/VERB/4/advcl roads/NOUN/10/nsubj closed/VERB/8/ccomp ./PUNCT/4/punct"
)
TAGGED = (
    '"/PUNCT/3/punct We/PRON/3/nsubj ran/VERB/7/ccomp ,/PUNCT/3/punct "/PUNCT/3/punct Bly/PROPN/7/nsubj '
    "said/VERB/0/root ./PUNCT/7/punct"
)
UNTAGGED = (
    '"/PUNCT/5/punct Two/NUM/3/nummod men/NOUN/5/nsubj had/AUX/5/aux fallen/VERB/0/root '
    './PUNCT/5/punct "/PUNCT/5/punct'
)
PLAIN = "Two/NUM/2/nummod men/NOUN/4/nsubj had/AUX/4/aux fallen/VERB/0/root ./PUNCT/4/punct"

PUT = (
    "The/DET/2/det ministry/NOUN/3/nsubj put/VERB/0/root the/DET/6/det death/NOUN/6/compound toll/NOUN/3/obj "
    "at/ADP/8/case eight/NUM/3/obl ./PUNCT/3/punct"
)


BY_MEDIUM = (
    "Ana/PROPN/8/nsubj Bly/PROPN/1/flat ,/PUNCT/4/punct quoted/VERB/1/acl by/ADP/6/case Reuters/PROPN/4/obl "
    ",/PUNCT/4/punct said/VERB/0/root roads/NOUN/10/nsubj closed/VERB/8/ccomp ./PUNCT/8/punct"
)
INTERVIEW = (
    "In/ADP/3/case an/DET/3/det interview/NOUN/8/obl with/ADP/5/case Reuters/PROPN/3/nmod ,/PUNCT/3/punct "
    "Bly/PROPN/8/nsubj said/VERB/0/root roads/NOUN/10/nsubj closed/VERB/8/ccomp ./PUNCT/8/punct"
)
ADDING = (
    "Bly/PROPN/2/nsubj said/VERB/0/root roads/NOUN/4/nsubj closed/VERB/2/ccomp ,/PUNCT/6/punct adding/VERB/0/root "
    "boats/NOUN/8/nsubj sank/VERB/6/ccomp ./PUNCT/2/punct"
)
LEFT_OVER = (
    "Roads/NOUN/2/nsubj closed/VERB/0/root ,/PUNCT/2/punct Bly/PROPN/2/dep said/VERB/2/dep ./PUNCT/2/punct"
)
REFUSED = (
    "Ostrany/PROPN/2/nsubj refused/VERB/0/root a/DET/4/det hearing/NOUN/2/obj in/ADP/6/case Tellis/PROPN/4/nmod "
    "./PUNCT/2/punct"
)


def names(made: Reading, words: str) -> list[list[str]]:
    found = ChainIndex.of(made).chains_at(where(made, words))
    return [[source.name for source in chain] for _, chain in found]


def test_a_citing_stands_within_the_telling_beside_it() -> None:
    assert names(reading(CITING), "the gunmen fled") == [["Reuters", "unnamed officials"]]


def test_a_telling_to_a_medium_adds_the_medium_outside() -> None:
    assert names(reading(TOLD.format(hearer="Reuters")), "six men") == [["Reuters", "police chief", "army"]]


def test_a_telling_to_the_outlet_itself_adds_no_link() -> None:
    assert names(reading(TOLD.format(hearer="Reuters"), outlet="Reuters"), "six men") == [
        ["police chief", "army"]
    ]


def test_the_outlet_is_known_without_its_article_and_as_this_newspaper() -> None:
    told = (
        "Bly/PROPN/2/nsubj told/VERB/0/root {to} that/SCONJ/8/mark two/NUM/7/nummod men/NOUN/8/nsubj "
        "fled/VERB/2/ccomp"
    )
    for to in ("the/DET/4/det Courier/PROPN/2/obj", "this/DET/4/det newspaper/NOUN/2/obj"):
        assert names(reading(told.format(to=to), outlet="The Courier"), "two men") == [["Bly"]]


def test_a_telling_to_reporters_adds_no_link() -> None:
    made = reading(TOLD.format(hearer="reporters").replace("reporters/PROPN", "reporters/NOUN"))
    assert names(made, "six men") == [["police chief", "army"]]


def test_according_to_gives_its_clause_to_the_source() -> None:
    assert names(reading(ACCORDING), "Two men") == [["witnesses"]]


def test_the_source_phrase_belongs_to_the_enclosing_voice() -> None:
    assert names(reading(ACCORDING), "witnesses") == [[]]


def test_claiming_responsibility_tells_nothing_about_the_deed() -> None:
    index = ChainIndex.of(made := reading(CLAIMED))
    assert index.chain_at(where(made, "the blast")) == (None, ())
    assert [[source.name for source in chain] for _, (chain,) in index.responsibility] == [["Red Herons"]]


def test_joint_speakers_have_a_chain_each() -> None:
    assert names(reading(JOINT), "two men") == [["police"], ["witnesses"]]


def test_outlets_and_the_one_they_include_have_a_chain_each() -> None:
    line = (
        "Outlets/NOUN/5/nsubj ,/PUNCT/4/punct including/VERB/4/case Reuters/PROPN/1/nmod reported/VERB/0/root "
        "roads/NOUN/7/nsubj closed/VERB/5/ccomp ./PUNCT/5/punct"
    )
    spans = [("source", "Outlets , including Reuters", "reported"), ("cue", "reported", "")]
    assert names(reading(line, spans), "roads closed") == [["outlets"], ["Reuters"]]


def test_an_impersonal_report_has_an_implicit_source() -> None:
    chain = ChainIndex.of(made := reading(REPORTED)).chain_at(where(made, "roads"))[1]
    assert [source.identification for source in chain] == ["implicit"]


def test_who_quotes_stands_outside_who_is_quoted() -> None:
    assert names(reading(QUOTED_AS), "roads closed") == [["Reuters", "Ana Bly"]]


def test_a_medium_that_quotes_beside_the_speaker_stands_outside() -> None:
    assert names(reading(BY_MEDIUM), "roads closed") == [["Reuters", "Ana Bly"]]


def test_the_medium_of_an_interview_stands_outside() -> None:
    assert names(reading(INTERVIEW), "roads closed") == [["Reuters", "Bly"]]


def test_a_cue_without_a_source_takes_its_neighbours() -> None:
    spans = [("cue", "adding", ""), ("content", "boats sank", "adding")]
    assert names(reading(ADDING, spans), "boats sank") == [["Bly"]]


def test_a_participle_of_telling_within_what_is_told_goes_on_with_the_teller() -> None:
    within = ADDING.replace("adding/VERB/0/root", "adding/VERB/4/advcl")
    assert names(reading(within), "boats sank") == [["Bly"]]


def test_a_source_and_a_cue_without_content_tell_the_clause_before_them() -> None:
    assert names(reading(LEFT_OVER, [("source", "Bly", "said"), ("cue", "said", "")]), "Roads closed") == [
        ["Bly"]
    ]


def test_refusing_to_do_something_tells_nothing() -> None:
    assert names(reading(REFUSED), "a hearing") == [[]]


def test_a_source_does_not_carry_on_into_a_whole_next_sentence_without_quotation_marks() -> None:
    spans = [("source", "Bly", "said"), ("cue", "said", ""), ("content", "Two men had fallen .", "said")]
    assert names(reading(f"{LEFT_OVER}\n{PLAIN}", spans), "Two men") == [[]]


def test_an_untagged_quotation_goes_on_with_the_speaker_before() -> None:
    assert names(reading(f"{TAGGED}\n{UNTAGGED}"), "Two men") == [["Bly"]]


def test_plain_words_after_a_quotation_are_the_outlets() -> None:
    assert names(reading(f"{TAGGED}\n{PLAIN}"), "Two men") == [[]]


def test_spans_that_the_model_read_go_before_the_tree() -> None:
    spans = [("source", "Two men", "had"), ("cue", "had", ""), ("content", "fallen", "had")]
    made = reading(PLAIN, spans)
    assert [item.content for item in ChainIndex.of(made).attributions] == [(where(made, "fallen"),)]


@pytest.mark.parametrize("span", [Span(0, 0), Span(10_000, 10_001)])
def test_a_span_without_words_is_in_the_outlets_voice(span: Span) -> None:
    assert ChainIndex.of(reading(CITING)).chain_at(span) == (None, ())


@given(st.text(max_size=80))
def test_any_text_has_an_index(text: str) -> None:
    index = ChainIndex.of(bare_reading(text))
    assert index.chain_at(Span(0, len(text))) == (None, ())


CALLED = (
    'Bly/PROPN/2/nsubj called/VERB/0/root it/PRON/2/obj a/DET/7/det "/PUNCT/7/punct tragic/ADJ/7/amod '
    'accident/NOUN/2/xcomp "/PUNCT/7/punct ./PUNCT/2/punct'
)
CALLED_ON = (
    "Bly/PROPN/2/nsubj called/VERB/0/root on/ADP/4/case dockers/NOUN/2/obl to/PART/6/mark "
    "leave/VERB/2/advcl ./PUNCT/2/punct"
)
RUMOURS = "Rumours/NOUN/5/nsubj of/ADP/4/case fresh/ADJ/4/amod fighting/NOUN/1/nmod spread/VERB/0/root ./PUNCT/5/punct"
FOUND = "Police/NOUN/2/nsubj found/VERB/0/root four/NUM/4/nummod bodies/NOUN/2/obj ./PUNCT/2/punct"
BROKEN_ACCOUNT = (
    "According/VERB/4/case to/ADP/1/fixed a/DET/5/det police/NOUN/5/compound file/NOUN/9/nmod ,/PUNCT/9/punct "
    "Doe/PROPN/9/nsubj was/AUX/9/cop home/NOUN/0/root Friday/PROPN/9/obl ./PUNCT/9/punct"
)
ACCUSED = "Doe/PROPN/2/nsubj stands/VERB/0/root accused/VERB/2/xcomp of/ADP/5/case sedition/NOUN/3/obl ./PUNCT/2/punct"


@pytest.mark.parametrize(
    ("tree", "words", "told_by"),
    [
        (CALLED, "tragic accident", ["Bly"]),
        (CALLED_ON, "leave", []),
        (RUMOURS, "fresh fighting", ["rumours"]),
        (FOUND, "four bodies", []),
        (ACCUSED, "sedition", []),
    ],
)
def test_what_is_told_and_what_only_happens(tree: str, words: str, told_by: list[str]) -> None:
    assert names(reading(tree), words) == [told_by]


def test_a_thing_that_the_model_takes_for_told_but_is_only_found_has_no_chain() -> None:
    spans = [("source", "Police", "found"), ("cue", "found", ""), ("content", "four bodies", "found")]
    read = reading(FOUND, spans)
    assert ChainIndex.of(read).chain_at(where(read, "four bodies"))[1] == ()


def test_in_a_broken_tree_all_after_an_opening_according_to_is_its_account() -> None:
    spans = [("cue", "According to", ""), ("source", "a police file", "According to")]
    assert names(reading(BROKEN_ACCOUNT, spans), "Friday") == [["police file"]]


@pytest.mark.parametrize(
    "tree", [PUT, PUT.replace(" at/ADP/8/case", " as/ADP/8/case high/ADJ/3/xcomp as/ADP/10/case")]
)
def test_who_puts_a_toll_at_a_number_tells_it(tree: str) -> None:
    made = reading(tree)
    chain = ChainIndex.of(made).chain_at(where(made, "eight"))[1]
    assert [source.name for source in chain] == ["ministry"]


@pytest.mark.parametrize(("which", "chain"), [("the", ["newspaper", "envoy"]), ("this", ["envoy"])])
def test_this_newspaper_is_the_outlet_itself(which: str, chain: list[str]) -> None:
    told = (
        f"An/DET/2/det envoy/NOUN/3/nsubj told/VERB/0/root {which}/DET/5/det newspaper/NOUN/3/iobj that/SCONJ/8/mark "
        "roads/NOUN/8/nsubj closed/VERB/3/ccomp ./PUNCT/3/punct"
    )
    assert names(reading(told), "roads closed") == [chain]


def test_who_puts_a_thing_at_a_place_tells_nothing() -> None:
    made = reading(PUT.replace("toll", "lamp").replace("death", "red"))
    assert ChainIndex.of(made).chain_at(where(made, "eight"))[1] == ()


def test_quoted_by_a_medium_as_saying_is_two_links_though_the_model_reads_one_cue() -> None:
    spans = [("source", "Ana Bly", "was quoted"), ("cue", "was quoted by Reuters as saying", ""),
             ("content", "roads closed", "was quoted")]  # fmt: skip
    made = reading(QUOTED_AS, spans)
    chain = ChainIndex.of(made).chain_at(where(made, "roads"))[1]
    assert [source.name for source in chain] == ["Reuters", "Ana Bly"]


def test_a_telling_to_a_name_that_nobody_knows_takes_it_for_a_medium() -> None:
    assert names(reading(TOLD.format(hearer="Quorvale")), "six men") == [["Quorvale", "police chief", "army"]]


def test_a_side_before_claims_is_who_claims() -> None:
    line = (
        "The/DET/2/det army/NOUN/3/nsubj rejected/VERB/0/root rebel/ADJ/5/amod claims/NOUN/3/obj "
        "that/SCONJ/8/mark roads/NOUN/8/nsubj closed/VERB/5/acl ./PUNCT/3/punct"
    )
    assert names(reading(line), "roads")[0][-1] == "rebel"


def test_a_statement_is_by_whom_it_names_and_not_by_a_place_before_it() -> None:
    line = (
        "Roads/NOUN/2/nsubj closed/VERB/0/root in/ADP/6/case the/DET/6/det Old/ADJ/6/amod Quarter/PROPN/11/nmod "
        ",/PUNCT/11/punct according/VERB/11/case to/ADP/8/fixed a/DET/11/det statement/NOUN/2/obl "
        "by/ADP/14/case the/DET/14/det army/NOUN/11/nmod ./PUNCT/2/punct"
    )
    assert names(reading(line), "Roads") == [["army"]]


SHOWN = "A/DET/2/det video/NOUN/3/nsubj showed/VERB/0/root two/NUM/5/nummod men/NOUN/3/obj ./PUNCT/3/punct"
SEEN = "One/NUM/3/nsubj was/AUX/3/aux seen/VERB/0/root running/VERB/3/xcomp ./PUNCT/3/punct"


def test_what_is_seen_right_after_footage_is_what_it_shows() -> None:
    assert names(reading(f"{SHOWN}\n{SEEN}"), "running") == [["video"]]
    assert names(reading(f"{SHOWN}\n{PLAIN}\n{SEEN}"), "running") == [[]]
    assert names(reading(SEEN), "running") == [[]]


def test_an_object_that_tells_makes_its_verb_a_telling() -> None:
    line = (
        "Police/NOUN/2/nsubj issued/VERB/0/root a/DET/4/det warning/NOUN/2/obj that/SCONJ/7/mark "
        "roads/NOUN/7/nsubj closed/VERB/4/acl ./PUNCT/2/punct"
    )
    spans = [("source", "Police", "issued"), ("cue", "issued", ""), ("content", "roads closed", "issued")]
    assert names(reading(line, spans), "roads closed") == [["police"]]
    bare = line.replace("warning", "ticket")
    assert names(reading(bare, spans), "roads closed") == [[]]


def test_who_quotes_is_the_outer_source_though_the_model_takes_both_for_one() -> None:
    spans = [
        ("source", "Ana Bly", "was"),
        ("source", "Reuters", "was"),
        ("cue", "was quoted by", ""),
        ("content", "roads closed", "was"),
    ]
    assert names(reading(QUOTED_AS, spans), "roads closed") == [["Reuters", "Ana Bly"]]


@pytest.mark.parametrize(("pair", "chain"), [("put it", ["Bly"]), ("put them", [])])
def test_two_words_may_tell_where_neither_does(pair: str, chain: list[str]) -> None:
    verb, thing = pair.split()
    line = (
        f"Roads/NOUN/2/nsubj closed/VERB/0/root ,/PUNCT/6/punct as/SCONJ/6/mark Bly/PROPN/6/nsubj "
        f"{verb}/VERB/2/advcl {thing}/PRON/6/obj ./PUNCT/2/punct"
    )
    spans = [("source", "Bly", "put"), ("cue", "put", ""), ("content", "Roads closed", "put")]
    assert names(reading(line, spans), "Roads closed") == [chain]


def test_a_news_agency_that_nobody_knows_is_a_medium() -> None:
    line = (
        "Clerks/NOUN/2/nsubj told/VERB/0/root the/DET/6/det Quorvale/PROPN/6/compound news/PROPN/6/compound "
        "agency/NOUN/2/iobj that/SCONJ/9/mark roads/NOUN/9/nsubj closed/VERB/2/ccomp ./PUNCT/2/punct"
    )
    assert names(reading(line), "roads closed") == [["Quorvale", "clerks"]]


@pytest.mark.parametrize("word", ["I", "you"])
def test_those_who_talk_to_each_other_are_no_link(word: str) -> None:
    tree = f"{word}/PRON/2/nsubj said/VERB/0/root two/NUM/4/nummod men/NOUN/5/nsubj fled/VERB/2/ccomp ./PUNCT/2/punct"
    spans = [("source", word, "said"), ("cue", "said", ""), ("content", "two men fled", "said")]
    made = reading(tree, spans)
    assert ChainIndex.of(made).chain_at(where(made, "two men"))[1] == ()


@pytest.mark.parametrize("role", ["obl", "nsubj"])
def test_who_is_quoted_by_a_medium_where_he_is_named_speaks_within_it(role: str) -> None:
    line = (
        "Roads/NOUN/2/nsubj closed/VERB/0/root ,/PUNCT/2/punct according/VERB/6/case to/ADP/4/fixed clerks/NOUN/2/obl "
        f"quoted/VERB/6/acl by/ADP/9/case Northwind/PROPN/7/{role} ./PUNCT/2/punct"
    )
    assert names(reading(line), "Roads") == [["Northwind", "clerks"]]


def test_what_a_new_count_is_made_of_is_told_with_it() -> None:
    counted = PUT.replace("./PUNCT/3/punct", "").replace("eight/NUM/3/obl", "five/NUM/3/obl") + (
        ":/PUNCT/11/punct four/NUM/11/nummod dockers/NOUN/3/obj and/CCONJ/14/cc the/DET/14/det clerk/NOUN/11/conj "
        ",/PUNCT/3/punct roads/NOUN/17/nsubj closed/VERB/3/parataxis"
    )
    made = reading(counted)
    assert [names(made, words) for words in ("four dockers", "the clerk", "roads closed")] == [
        [["ministry"]], [["ministry"]], [[]],
    ]  # fmt: skip


def test_an_implicit_source_is_told_without_when_it_told() -> None:
    made = reading(
        "It/PRON/3/expl later/ADV/3/advmod emerged/VERB/0/root that/SCONJ/6/mark roads/NOUN/6/nsubj "
        "closed/VERB/3/ccomp ./PUNCT/3/punct",
        [("cue", "It later emerged", ""), ("content", "that roads closed", "It later emerged")],
    )
    assert names(made, "roads closed") == [["It emerged"]]


@pytest.mark.parametrize("by", ["6/case", "3/case"])
@pytest.mark.parametrize("saying", ["3/advcl", "10/advcl"])
def test_who_was_quoted_by_a_medium_keeps_his_link_whatever_the_tree_hangs_it_on(
    by: str, saying: str
) -> None:
    line = (
        f"He/PRON/3/nsubj was/AUX/3/aux quoted/VERB/0/root by/ADP/{by} Vesta/PROPN/6/compound TV/PROPN/3/obl "
        f"as/SCONJ/8/mark saying/VERB/{saying} boats/NOUN/10/nsubj sank/VERB/3/ccomp ./PUNCT/3/punct"
    )
    assert names(reading(line), "boats sank") == [["Vesta TV", "he"]]


@pytest.mark.parametrize(
    ("name", "kid"),
    [("Watch/PROPN/9/nsubj", "group/NOUN/2/nmod"), ("Watch/PROPN/6/compound", "group/NOUN/9/nsubj")],
)
def test_joint_speakers_are_two_where_a_noun_behind_the_name_of_one_says_what_that_is(
    name: str, kid: str
) -> None:
    line = (
        f"Vale/PROPN/2/compound {name} for/ADP/4/case Rights/PROPN/2/nmod aid/NOUN/6/compound {kid} and/CCONJ/8/cc "
        "clerks/NOUN/6/conj said/VERB/0/root boats/NOUN/11/nsubj sank/VERB/9/ccomp ./PUNCT/9/punct"
    )
    assert [chain[-1] for chain in names(reading(line), "boats sank")][1:] == ["clerks"]
