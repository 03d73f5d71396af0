"""Who is meant by pronouns, roles and short forms."""

from __future__ import annotations

import pytest

from standoff.extraction.chains.chains import ChainIndex
from standoff.extraction.grammar.page import Page
from standoff.extraction.names.coreference import Parties
from standoff.extraction.names.mentions import resolve_mention
from standoff.records import Reading
from trees import reading, where

FULL = (
    "Mayor/NOUN/3/compound Ana/PROPN/3/compound Bly/PROPN/4/nsubj said/VERB/0/root roads/NOUN/6/nsubj "
    "closed/VERB/4/ccomp ./PUNCT/4/punct"
)
BODY = (
    "The/DET/3/det Harbour/PROPN/3/compound Agency/PROPN/4/nsubj said/VERB/0/root boats/NOUN/6/nsubj sank/VERB/4/ccomp "
    "./PUNCT/4/punct"
)
ISSUED = "Police/NOUN/2/nsubj issued/VERB/0/root a/DET/4/det statement/NOUN/2/obj Friday/PROPN/2/obl ./PUNCT/2/punct"
LONG = (
    "The/DET/3/det Grain/PROPN/3/compound Board/PROPN/9/nsubj of/ADP/5/case Tellis/PROPN/3/nmod (/PUNCT/7/punct "
    "GBT/PROPN/3/appos )/PUNCT/7/punct met/VERB/0/root ./PUNCT/9/punct"
)


def said(who: str) -> str:
    """A sentence in which ``who`` (words with tags, the last one the head) says something."""
    words = who.split()
    head = len(words)
    rest = f"said/VERB/0/root men/NOUN/{head + 3}/nsubj fled/VERB/{head + 1}/ccomp ./PUNCT/{head + 1}/punct"
    return " ".join([*(f"{word}/{head}/det" for word in words[:-1]), f"{words[-1]}/{head + 1}/nsubj", rest])


def speaker(*lines: str) -> str:
    """The name of the last sentence's speaker."""
    return ChainIndex.of(reading("\n".join(lines))).attributions[-1].source.name


@pytest.mark.parametrize(
    ("before", "who", "expected"),
    [
        (FULL, "She/PRON", "Ana Bly"),
        (FULL, "Bly/PROPN", "Ana Bly"),
        (FULL, "The/DET mayor/NOUN", "Ana Bly"),
        (BODY, "It/PRON", "Harbour Agency"),
        (BODY, "The/DET agency/NOUN", "Harbour Agency"),
        (LONG, "GBT/PROPN", "Grain Board of Tellis"),
        (FULL, "Clerks/NOUN", "clerks"),
    ],
)
def test_a_speaker_is_resolved_to_the_fullest_mention(before: str, who: str, expected: str) -> None:
    assert speaker(before, said(who)) == expected


@pytest.mark.parametrize("relation", ["3/appos", "5/nsubj"])
def test_a_medium_has_the_name_beside_its_noun(relation: str) -> None:
    told = (
        f"State/NOUN/2/compound news/NOUN/3/compound channel/NOUN/5/nsubj KNT/PROPN/{relation} said/VERB/0/root "
        "boats/NOUN/7/nsubj sank/VERB/5/ccomp ./PUNCT/5/punct"
    )
    assert speaker(told) == "KNT"


def test_a_name_that_the_tree_takes_for_a_noun_keeps_its_capital() -> None:
    assert speaker(said("Northern/ADJ State/NOUN")) == "Northern State"
    assert speaker(said("Northern/ADJ guards/NOUN")) == "northern guards"


def test_who_speaks_in_a_headline_in_title_case_is_named_without_its_capitals() -> None:
    dead = "Guards/NOUN/2/nsubj Die/VERB/6/ccomp ,/PUNCT/6/punct "
    headline = dead + "Northern/ADJ/5/amod Army/NOUN/6/nsubj Says/VERB/0/root"
    assert speaker(headline) == "northern army"


def test_a_name_whose_second_part_has_no_capital_is_whole() -> None:
    chief = (
        "Chief/NOUN/2/compound Lam/PROPN/6/nsubj Wai/PROPN/2/flat ~-/PUNCT/5/punct ~keung/PROPN/2/flat "
        "said/VERB/0/root roads/NOUN/8/nsubj closed/VERB/6/ccomp ./PUNCT/6/punct"
    )
    assert speaker(chief) == "Lam Wai-keung"


def test_a_plural_that_opens_its_sentence_is_no_name_whatever_its_tag() -> None:
    assert speaker(said("Protesters/PROPN")) == "protesters"


def test_one_of_them_is_who_is_named_beside() -> None:
    one = (
        "One/NUM/7/nsubj of/ADP/3/case them/PRON/1/nmod ,/PUNCT/5/punct Ana/PROPN/1/appos Bly/PROPN/5/flat "
        "said/VERB/0/root roads/NOUN/9/nsubj closed/VERB/7/ccomp ./PUNCT/7/punct"
    )
    made = reading(one, [("source", "One of them , Ana Bly", "said"), ("cue", "said", ""),
                         ("content", "roads closed", "said")])  # fmt: skip
    assert [source.name for source in ChainIndex.of(made).chain_at(where(made, "closed"))[1]] == ["Ana Bly"]


def test_who_spoke_last_is_meant_though_its_noun_is_in_no_lexicon() -> None:
    assert speaker(BODY, said("The/DET lighthouse/NOUN"), said("It/PRON")) == "lighthouse"


def test_the_source_is_who_spoke_last_and_one_or_several_as_the_noun_is() -> None:
    spoke = said("Harbour/NOUN sources/NOUN"), said("Prison/NOUN sources/NOUN"), said("A/DET clerk/NOUN")
    assert speaker(*spoke, said("The/DET source/NOUN")) == "clerk"
    assert speaker(*spoke, said("The/DET sources/NOUN")) == "prison sources"


@pytest.mark.parametrize("verb", ["reported", "said"])
def test_the_report_is_of_who_reported(verb: str) -> None:
    spoke = said("Villagers/NOUN").replace("said", verb), said("A/DET clerk/NOUN")
    assert speaker(*spoke, said("The/DET report/NOUN")) == ("villagers" if verb == "reported" else "report")


def test_a_report_in_capitals_is_no_name() -> None:
    lines = (said("Villagers/NOUN").replace("said", "reported"), said("The/DET report/PROPN"))
    shouted = (" ".join(_loud(word) for word in line.split()) for line in lines)
    assert speaker(*shouted).casefold() == "villagers"


def _loud(word: str) -> str:
    form, rest = word.split("/", 1)
    return f"{form.upper()}/{rest}"


def test_the_statement_is_whose_it_was() -> None:
    assert speaker(ISSUED, said("The/DET statement/NOUN")) == "police"


def test_the_statement_is_of_who_spoke_last_of_those_that_issue_any() -> None:
    lines = (said("The/DET ministry/NOUN"), said("Villagers/NOUN"), said("The/DET statement/NOUN"))
    assert speaker(*lines) == "ministry"
    assert speaker(*lines[1:]) == "villagers"


def test_the_statement_is_not_of_those_who_do_something_according_to_it() -> None:
    left = (
        "Villagers/NOUN/2/nsubj left/VERB/0/root ,/PUNCT/2/punct according/VERB/7/case to/ADP/4/fixed the/DET/7/det "
        "statement/NOUN/2/obl ./PUNCT/2/punct"
    )
    assert speaker(said("The/DET ministry/NOUN"), left, said("The/DET statement/NOUN")) == "ministry"


def test_a_pronoun_for_a_person_passes_over_bodies() -> None:
    assert speaker(FULL, BODY, said("She/PRON")) == "Ana Bly"


def test_a_pronoun_for_a_body_passes_over_people() -> None:
    assert speaker(BODY, FULL, said("It/PRON")) == "Harbour Agency"


def test_a_pronoun_without_antecedent_keeps_its_word() -> None:
    assert speaker(said("She/PRON")) == "she"


def mention(made: Reading, word: int, speaker_: str | None = None) -> str:
    return resolve_mention(made, word, word + 1, speaker=speaker_)


def test_a_mention_gives_its_antecedents_words_or_its_own() -> None:
    made = reading(f"{FULL}\n{said('She/PRON')}")
    assert mention(made, 7) == "Ana Bly"
    assert mention(made, 4) == "roads"


def test_the_group_is_the_body_named_before() -> None:
    first = "The/DET/3/det Heron/PROPN/3/compound group/NOUN/4/nsubj fought/VERB/0/root"
    again = "{the}/DET/2/det group/NOUN/3/nsubj fled/VERB/0/root"
    for the, expected in (("The", "Heron"), ("A", "A group")):
        made = reading(f"{first}\n{again.format(the=the)}")
        assert resolve_mention(made, 4, 6) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("The/DET/3/det banned/VERB/3/amod group/NOUN/4/nsubj", "Heron"),
        ("The/DET/3/det second/ADJ/3/amod group/NOUN/4/nsubj", "The second group"),
        ("The/DET/3/det Tellian/ADJ/3/amod group/NOUN/4/nsubj", "The Tellian group"),
    ],
)
def test_what_a_group_is_like_does_not_set_it_apart_but_its_number_and_land_do(
    phrase: str, expected: str
) -> None:
    first = "The/DET/3/det Heron/PROPN/3/compound group/NOUN/4/nsubj fought/VERB/0/root"
    made = reading(f"{first}\n{phrase} fled/VERB/0/root")
    assert resolve_mention(made, 4, 7) == expected


def test_the_group_and_its_allies_are_a_group_and_others() -> None:
    first = "The/DET/3/det Heron/PROPN/3/compound group/NOUN/4/nsubj fought/VERB/0/root"
    again = (
        "The/DET/2/det group/NOUN/6/nsubj and/CCONJ/5/cc its/PRON/5/nmod allies/NOUN/2/conj fled/VERB/0/root"
    )
    assert resolve_mention(reading(f"{first}\n{again}"), 4, 6) == "Heron"


def test_a_name_right_after_a_noun_for_a_body_is_its_own() -> None:
    group = "The/DET/3/det militant/ADJ/3/amod group/NOUN/7/nsubj al/PROPN/3/appos ~-/PUNCT/4/punct ~Marab/PROPN/4/flat"
    told = "said/VERB/0/root men/NOUN/9/nsubj fled/VERB/7/ccomp ./PUNCT/7/punct"
    assert speaker(f"{group} {told}") == "al-Marab"


AWAY = "Roads/NOUN/2/nsubj closed/VERB/0/root ./PUNCT/2/punct"


def test_the_group_is_the_only_side_named_however_long_before() -> None:
    fighters = (
        "Men/NOUN/2/nsubj saw/VERB/0/root al/PROPN/6/compound ~-/PUNCT/3/punct ~Marab/PROPN/3/flat fighters/NOUN/2/obj "
        "./PUNCT/2/punct"
    )
    agency = "The/DET/3/det Harbour/PROPN/3/compound Agency/PROPN/4/nsubj met/VERB/0/root ./PUNCT/4/punct"
    other = "Vale/PROPN/3/compound Liberation/PROPN/3/compound Army/PROPN/4/nsubj fell/VERB/0/root ./PUNCT/4/punct"
    far = (AWAY, AWAY, AWAY, AWAY)
    assert speaker(fighters, agency, *far, said("The/DET group/NOUN")) == "al-Marab"
    assert speaker(fighters, other, *far, said("The/DET group/NOUN")) == "group"
    assert speaker(agency, *far, said("The/DET group/NOUN")) == "group"


def test_a_name_that_opens_a_sentence_is_spelt_as_within_one() -> None:
    within = "Men/NOUN/2/nsubj left/VERB/0/root al/PROPN/2/obj ~-/PUNCT/3/punct ~Marab/PROPN/3/flat ./PUNCT/2/punct"
    opens = "Al/PROPN/4/nsubj ~-/PUNCT/1/punct ~Marab/PROPN/1/flat said/VERB/0/root men/NOUN/6/nsubj fled/VERB/4/ccomp"
    assert speaker(within, opens) == "al-Marab"
    assert speaker(opens) == "Al-Marab"


def test_the_group_is_the_one_told_of_last_and_none_that_only_has_the_noun_in_its_name() -> None:
    service = "The/DET/3/det Harbour/PROPN/3/compound Group/PROPN/4/nsubj fought/VERB/0/root ./PUNCT/4/punct"
    heron = "Red/PROPN/2/compound Heron/PROPN/3/nsubj fled/VERB/0/root ./PUNCT/3/punct"
    banned = "The/DET/3/det banned/VERB/3/amod group/NOUN/4/nsubj fell/VERB/0/root ./PUNCT/4/punct"
    known = (
        "Red/PROPN/2/compound Heron/PROPN/7/nsubj ,/PUNCT/6/punct a/DET/6/det banned/VERB/6/amod group/NOUN/2/appos "
        "fell/VERB/0/root ./PUNCT/7/punct"
    )
    assert speaker(service, known, banned, said("The/DET group/NOUN")) == "Red Heron"
    assert speaker(service, heron, said("The/DET group/NOUN")) == "Harbour Group"


def test_the_first_person_is_the_speaker() -> None:
    made = reading(f"{FULL}\n{said('We/PRON')}")
    assert mention(made, 7, "Ana Bly") == "Ana Bly"
    assert mention(made, 7) == "We"


def test_both_of_two_sources_are_named_though_the_tree_parts_them() -> None:
    joined = (
        "Roads/NOUN/2/nsubj closed/VERB/6/ccomp medics/NOUN/6/nsubj and/CCONJ/5/cc police/NOUN/{}/{} said/VERB/0/root "
        "./PUNCT/6/punct"
    )
    for tree in (joined.format(3, "conj"), joined.format(6, "nsubj")):
        made = reading(tree, [("source", "medics and police", "said"), ("cue", "said", ""),
                              ("content", "Roads closed", "said")])  # fmt: skip
        chains = ChainIndex.of(made).chains_at(where(made, "Roads closed"))
        assert [[source.name for source in chain] for _, chain in chains] == [["medics"], ["police"]]


def test_who_is_told_of_does_not_tell() -> None:
    broken = (
        "The/DET/2/det Front/PROPN/3/nsubj claimed/VERB/0/root it/PRON/3/obj ,/PUNCT/3/punct saying/VERB/10/advcl "
        "its/PRON/8/nmod men/NOUN/10/nsubj had/AUX/10/aux fled/VERB/3/ccomp"
    )
    made = reading(broken, [("cue", "saying", ""), ("content", "its men had fled", "saying")])
    assert ChainIndex.of(made).chain_at(where(made, "fled"))[1][-1].name == "Front"


def test_it_means_who_acts_rather_than_who_spoke_where_it_does_not_speak() -> None:
    league = "The/DET/2/det League/PROPN/4/nsubj has/AUX/4/aux grown/VERB/0/root ./PUNCT/4/punct"
    attacked = "It/PRON/2/nsubj burned/VERB/0/root mills/NOUN/2/obj ./PUNCT/2/punct"
    made = reading(f"{BODY}\n{league}\n{attacked}")
    index = ChainIndex.of(made)
    assert resolve_mention(made, 12, 13, parties=index.parties) == "League"


def test_resolving_twice_gives_the_same() -> None:
    parties = Parties(Page.of(reading(f"{FULL}\n{said('She/PRON')}")))
    assert parties.resolve(7) is parties.resolve(7)


@pytest.mark.parametrize(
    ("before", "who", "expected"),
    [
        ("Surviving/ADJ passenger/NOUN", "The/DET witness/NOUN", "surviving passenger"),
        ("Surviving/ADJ passenger/NOUN", "The/DET witnesses/NOUN", "witnesses"),
        ("Two/NUM lawsuits/NOUN", "The/DET suits/NOUN", "two lawsuits"),
        ("Harbour/NOUN clerk/NOUN", "The/DET colonel/NOUN", "colonel"),
        ("Interfax/PROPN", "The/DET news/NOUN agency/NOUN", "Interfax"),
    ],
)
def test_a_noun_for_a_kind_of_party_means_the_last_of_it_that_spoke(
    before: str, who: str, expected: str
) -> None:
    assert speaker(said(before), said(who)) == expected


WATCH = (
    "The/DET/3/det Ostrany/PROPN/3/compound Institute/PROPN/6/nsubj for/ADP/5/case Rights/PROPN/3/nmod "
    "said/VERB/0/root boats/NOUN/8/nsubj sank/VERB/6/ccomp ./PUNCT/6/punct"
)
FORCE = "The/DET Metropolitan/PROPN Harbour/PROPN Ministry/PROPN"


def test_the_and_one_word_of_the_only_body_before_that_it_fits_mean_that_body() -> None:
    assert speaker(WATCH, said("The/DET Institute/PROPN")) == "Ostrany Institute for Rights"
    assert speaker(WATCH, said("Institute/PROPN")) == "Institute"
    assert speaker(WATCH, said("The/DET monitor/NOUN")) == "Ostrany Institute for Rights"
    other = WATCH.replace("Ostrany", "Vesta").replace("Rights", "Labour")
    assert speaker(WATCH, other, said("The/DET Institute/PROPN")) == "Institute"


def test_the_first_word_of_a_body_may_be_cut_short() -> None:
    assert speaker(said(FORCE), said("The/DET Met/PROPN")) == "Metropolitan Harbour Ministry"
    assert speaker(said(FORCE), said("The/DET Mill/PROPN")) == "Mill"


def test_the_report_is_of_the_medium_that_told() -> None:
    spoke = said("State/NOUN television/NOUN"), said("Villagers/NOUN")
    assert speaker(*spoke, said("The/DET report/NOUN")) == "state television"
    theirs = "The/DET/3/det UN/PROPN/3/compound report/NOUN/4/nsubj said/VERB/0/root men/NOUN/6/nsubj fled/VERB/4/ccomp"
    assert speaker(*spoke, theirs) == "UN"


@pytest.mark.parametrize("new", ["One/NUM", "Another/DET"])
def test_one_man_is_somebody_new_of_whom_the_man_tells(new: str) -> None:
    lines = said("Armed/ADJ man/NOUN"), said(f"{new} man/NOUN")
    assert speaker(*lines, said("The/DET man/NOUN")) in ("one man", "man")
    assert speaker(*lines, said("The/DET armed/ADJ man/NOUN")) == "armed man"


def test_who_is_named_between_commas_speaks_also_after_the_and_another() -> None:
    line = (
        "Another/DET/3/det rebel/NOUN/3/compound group/NOUN/9/nsubj ,/PUNCT/7/punct the/DET/7/det Local/ADJ/7/amod "
        "Front/PROPN/3/appos ,/PUNCT/3/punct said/VERB/0/root boats/NOUN/11/nsubj sank/VERB/9/ccomp ./PUNCT/9/punct"
    )
    assert speaker(line) == "Local Front"


def test_a_medium_whose_noun_has_no_article_is_called_by_the_name_before_it_though_a_place_is_called_so() -> (
    None
):
    line = "Boats/NOUN/2/nsubj sank/VERB/{n}/ccomp ,/PUNCT/2/punct {who} said/VERB/0/root ./PUNCT/{n}/punct"
    bare = "Boston/PROPN/5/compound newspaper/NOUN/6/nsubj"
    assert speaker(line.format(n=6, who=bare)) == "Boston"
    with_article = "a/DET/6/det Boston/PROPN/6/compound newspaper/NOUN/7/nsubj"
    assert speaker(line.format(n=7, who=with_article)) == "Boston newspaper"


REPORT = "The/DET/3/det {whose} report/NOUN/4/nsubj said/VERB/0/root men/NOUN/6/nsubj fled/VERB/4/ccomp ./PUNCT/4/punct"


@pytest.mark.parametrize(
    ("whose", "source"),
    [
        ("RWF/PROPN/3/compound", "RWF"),
        ("Unesco/PROPN/3/compound", "Unesco report"),  # no name that tells of a body
        ("military/ADJ/3/amod", "military report"),
        ("CCTV/PROPN/3/compound", "CCTV report"),
        ("Dalmoran/PROPN/3/compound", "Dalmoran report"),
    ],
)
def test_a_report_is_of_the_body_that_names_it(whose: str, source: str) -> None:
    assert speaker(REPORT.format(whose=whose)) == source


@pytest.mark.parametrize("opening", ["CCTV", "NGOs", "Harbour"])
def test_a_common_noun_loses_no_capital_but_that_of_its_sentence(opening: str) -> None:
    line = f"{opening}/NOUN/2/compound footage/NOUN/3/nsubj showed/VERB/0/root men/NOUN/5/nsubj fled/VERB/3/ccomp"
    expected = "harbour" if opening == "Harbour" else opening
    assert speaker(line) == f"{expected} footage"


@pytest.mark.parametrize(
    ("joint", "relation", "who"),
    [(",/PUNCT/6/punct", "appos", "Ana Bly"), ("and/CCONJ/6/cc", "conj", "governor")],
)
def test_a_name_set_off_behind_a_role_is_its_own_whatever_the_tree_hangs_it_on(
    joint: str, relation: str, who: str
) -> None:
    line = (
        f"The/DET/2/det governor/NOUN/9/nsubj of/ADP/4/case Tellis/PROPN/2/nmod {joint} Ana/PROPN/4/{relation} "
        "Bly/PROPN/6/flat ,/PUNCT/2/punct said/VERB/0/root men/NOUN/11/nsubj fled/VERB/9/ccomp ./PUNCT/9/punct"
    )
    assert speaker(line).startswith(who)


def test_the_channel_is_the_one_that_carried_something() -> None:
    shown = (
        "Footage/NOUN/5/nsubj {by}/VERB/1/acl by/ADP/4/case Vale/PROPN/2/obl showed/VERB/0/root men/NOUN/5/obj "
        "./PUNCT/5/punct"
    )
    told = (
        "Ana/PROPN/3/nsubj Bly/PROPN/1/flat told/VERB/0/root the/DET/5/det channel/NOUN/3/iobj men/NOUN/7/nsubj "
        "fled/VERB/3/ccomp ./PUNCT/3/punct"
    )
    for by, channel in (("broadcast", "Vale"), ("seized", "channel")):
        made = ChainIndex.of(reading("\n".join((shown.format(by=by), AWAY, AWAY, told))))
        assert [item.source.name for item in made.attributions][-2:] == [channel, "Ana Bly"]


def test_the_bank_is_the_one_named_between_commas_and_no_town_that_has_one() -> None:
    title = "Siege/NOUN/0/root at/ADP/4/case Kerrin/PROPN/4/compound bank/NOUN/1/nmod"
    bank = (
        "The/DET/2/det bank/NOUN/7/nsubj ,/PUNCT/5/punct Vale/PROPN/5/compound Trust/PROPN/2/appos ,/PUNCT/2/punct "
        "said/VERB/0/root men/NOUN/9/nsubj fled/VERB/7/ccomp ./PUNCT/7/punct"
    )
    assert speaker(title, bank) == "Vale Trust"
    assert speaker(title, bank, said("The/DET bank/NOUN")) == "Vale Trust"


@pytest.mark.parametrize(
    ("maker", "source"), [("media/NOUN/5/compound", "media"), ("rebel/NOUN/5/compound", "rebel")]
)
def test_whose_reports_they_are_tells_a_noun_and_no_local_one(maker: str, source: str) -> None:
    line = (
        f"Bly/PROPN/2/nsubj denied/VERB/0/root local/ADJ/5/amod {maker} reports/NOUN/2/obj that/SCONJ/8/mark "
        "men/NOUN/8/nsubj fled/VERB/5/acl ./PUNCT/2/punct"
    )
    found = [item.source.name for item in ChainIndex.of(reading(line)).attributions]
    assert source in found
    assert "local" not in found
