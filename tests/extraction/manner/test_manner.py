"""How firmly a value is said, from the words around it and their tree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import trees
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.manner.manner import Manner, manner_at

AFFIRMED = [0.999, 0.001, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0]
ACTUAL = [0.98, 0.02, 1.0, 0.0, 0.0, 0.0, 0.98, 0.0, 0.02, 0.0]


def read(
    tree: str, words: str, slot: str, *, attributed: bool = False, learned: list[float] | None = None
) -> Manner:
    """The manner of words of a sentence, given by its tree, as a value of a slot."""
    page = Page.of(trees.reading(tree))
    at = page.stretch(trees.where(page.reading, words))
    assert at is not None
    return manner_at(page, at, slot, attributed=attributed, learned=learned)


@pytest.mark.parametrize(
    ("tree", "words", "slot", "expected"),
    [
        (
            "Gunmen/NOUN/2/nsubj stormed/VERB/0/root the/DET/4/det depot/NOUN/2/obj",
            "the depot",
            "target",
            ("affirmed", "certain", "actual"),
        ),
        (
            "police/NOUN/2/nsubj believe/VERB/0/root three/NUM/4/nummod dockers/NOUN/5/nsubj did/VERB/2/ccomp "
            "it/PRON/5/obj",
            "three dockers",
            "suspect",
            ("affirmed", "probable", "actual"),
        ),
        (
            "the/DET/2/det men/NOUN/4/nsubj are/AUX/4/aux believed/VERB/0/root to/PART/7/mark have/AUX/7/aux "
            "fled/VERB/4/xcomp",
            "the men",
            "actor",
            ("affirmed", "probable", "actual"),
        ),
        (
            "the/DET/2/det raid/NOUN/3/nsubj appeared/VERB/0/root to/PART/6/mark be/AUX/6/cop "
            "revenge/NOUN/3/xcomp",
            "revenge",
            "motive",
            ("affirmed", "probable", "actual"),
        ),
        (
            "an/DET/5/det alleged/ADJ/5/amod Red/ADJ/4/amod Front/PROPN/5/compound member/NOUN/0/root",
            "Red Front",
            "affiliation",
            ("affirmed", "probable", "actual"),
        ),
        (
            "the/DET/2/det fuse/NOUN/6/nsubj may/AUX/6/aux have/AUX/6/aux been/AUX/6/aux set/VERB/0/root "
            "by/ADP/8/case dockers/NOUN/6/obl",
            "dockers",
            "actor",
            ("affirmed", "possible", "actual"),
        ),
        (
            "it/PRON/4/expl was/AUX/4/cop not/PART/4/advmod clear/ADJ/0/root who/PRON/6/nsubj did/VERB/4/csubj "
            "it/PRON/6/obj",
            "it was not clear who did it",
            "status",
            ("affirmed", "unspecified", "actual"),
        ),
        (
            "the/DET/2/det front/NOUN/3/nsubj denied/VERB/0/root setting/VERB/3/xcomp the/DET/6/det "
            "fire/NOUN/4/obj",
            "setting the fire",
            "observation",
            ("denied", "certain", "actual"),
        ),
        (
            "reports/NOUN/9/nsubj that/SCONJ/7/mark a/DET/5/det second/ADJ/5/amod man/NOUN/7/nsubj had/AUX/7/aux "
            "died/VERB/1/acl were/AUX/9/cop wrong/ADJ/0/root",
            "a second man",
            "killed",
            ("denied", "certain", "actual"),
        ),
        (
            "police/NOUN/2/nsubj shot/VERB/0/root the/DET/5/det wrong/ADJ/5/amod man/NOUN/2/obj",
            "the wrong man",
            "target",
            ("affirmed", "certain", "actual"),
        ),
        (
            "No/DET/2/det group/NOUN/4/nsubj has/AUX/4/aux claimed/VERB/0/root the/DET/6/det raid/NOUN/4/obj",
            "No group",
            "claimant",
            ("denied", "certain", "actual"),
        ),
        (
            "no/DET/2/det farms/NOUN/4/nsubj were/AUX/4/aux hit/VERB/0/root",
            "farms",
            "target",
            ("denied", "certain", "actual"),
        ),
        (
            "asked/VERB/0/root whether/SCONJ/6/mark the/DET/4/det clerk/NOUN/6/nsubj had/AUX/6/aux "
            "died/VERB/1/ccomp",
            "the clerk",
            "killed",
            ("affirmed", "unspecified", "actual"),
        ),
        (
            "neither/CCONJ/2/cc confirmed/VERB/0/root nor/CCONJ/4/cc denied/VERB/2/conj that/SCONJ/8/mark "
            "two/NUM/7/nummod men/NOUN/8/nsubj died/VERB/2/ccomp",
            "two men",
            "killed",
            ("affirmed", "unspecified", "actual"),
        ),
        (
            "snipers/NOUN/2/nsubj continue/VERB/0/root to/PART/4/mark hold/VERB/2/xcomp out/ADP/4/compound "
            "in/ADP/8/case the/DET/8/det mill/NOUN/4/obl",
            "the mill",
            "target",
            ("affirmed", "certain", "actual"),
        ),
        (
            "snipers/NOUN/2/nsubj continue/VERB/0/root to/PART/4/mark hold/VERB/2/xcomp out/ADP/4/compound",
            "snipers",
            "actor",
            ("affirmed", "certain", "ongoing"),
        ),
        (
            "they/PRON/2/nsubj vowed/VERB/0/root to/PART/4/mark strike/VERB/2/xcomp the/DET/6/det port/NOUN/4/obj",
            "the port",
            "target",
            ("affirmed", "certain", "intended"),
        ),
        (
            "the/DET/2/det dockers/NOUN/4/nsubj will/AUX/4/aux march/VERB/0/root",
            "the dockers will march",
            "observation",
            ("affirmed", "certain", "intended"),
        ),
        (
            "if/SCONJ/6/mark the/DET/3/det mayor/NOUN/6/nsubj does/AUX/6/aux not/PART/6/advmod resign/VERB/0/root",
            "if the mayor does not resign",
            "observation",
            ("affirmed", "certain", "hypothetical"),
        ),
        (
            "the/DET/2/det case/NOUN/5/nsubj is/AUX/5/cop under/ADP/5/case investigation/NOUN/0/root",
            "the case is under investigation",
            "status",
            ("affirmed", "certain", "ongoing"),
        ),
        (
            "they/PRON/2/nsubj tried/VERB/0/root to/PART/4/mark plant/VERB/2/xcomp a/DET/6/det bomb/NOUN/4/obj",
            "a bomb",
            "weapon",
            ("affirmed", "certain", "actual"),
        ),
        (
            "they/PRON/2/nsubj tried/VERB/0/root to/PART/4/mark kill/VERB/2/xcomp the/DET/6/det mayor/NOUN/4/obj",
            "the mayor",
            "target",
            ("affirmed", "certain", "intended"),
        ),
        (
            "the/DET/2/det prosecutor/NOUN/3/nsubj asked/VERB/0/root for/ADP/6/case ten/NUM/6/nummod "
            "years/NOUN/3/obl",
            "ten years",
            "sentence",
            ("affirmed", "certain", "intended"),
        ),
        (
            "her/PRON/2/nmod cousin/NOUN/6/nsubj is/AUX/6/cop not/PART/6/advmod a/DET/6/det suspect/NOUN/0/root",
            "her cousin",
            "suspect",
            ("denied", "certain", "actual"),
        ),
        (
            "a/DET/2/det man/NOUN/0/root accused/VERB/2/acl of/SCONJ/5/mark killing/VERB/3/advcl two/NUM/7/nummod "
            "dockers/NOUN/5/obj",
            "two dockers",
            "killed",
            ("affirmed", "probable", "actual"),
        ),
        (
            "police/NOUN/4/nsubj did/AUX/4/aux not/PART/4/advmod confirm/VERB/0/root that/SCONJ/9/mark "
            "two/NUM/7/nummod dockers/NOUN/9/nsubj had/AUX/9/aux died/VERB/4/ccomp",
            "two dockers",
            "killed",
            ("affirmed", "unspecified", "actual"),
        ),
        (
            "six/NUM/2/nummod raiders/NOUN/5/nsubj were/AUX/5/aux either/CCONJ/5/cc shot/VERB/0/root "
            "or/CCONJ/7/cc taken/VERB/5/conj",
            "six raiders",
            "killed",
            ("affirmed", "possible", "actual"),
        ),
        (
            "three/NUM/2/nummod men/NOUN/4/nsubj are/AUX/4/aux reported/VERB/0/root to/PART/8/mark have/AUX/8/aux "
            "been/AUX/8/aux killed/VERB/4/xcomp",
            "three men",
            "killed",
            ("affirmed", "probable", "actual"),
        ),
        (
            "Suspected/ADJ/2/amod rebels/NOUN/3/nsubj blew/VERB/0/root up/ADP/3/compound a/DET/6/det "
            "bridge/NOUN/3/obj",
            "Suspected rebels",
            "actor",
            ("affirmed", "probable", "actual"),
        ),
        (
            "she/PRON/2/nsubj faces/VERB/0/root ten/NUM/4/nummod years/NOUN/2/obj in/ADP/6/case jail/NOUN/2/obl",
            "ten years in jail",
            "sentence",
            ("affirmed", "possible", "actual"),
        ),
        (
            "a/DET/2/det march/NOUN/4/nsubj is/AUX/4/aux scheduled/VERB/0/root for/ADP/6/case Monday/PROPN/4/obl",
            "Monday",
            "time",
            ("affirmed", "certain", "intended"),
        ),
    ],
)
def test_a_hedge_in_reach_sets_the_manner(
    tree: str, words: str, slot: str, expected: tuple[str, str, str]
) -> None:
    found = read(tree, words, slot)
    assert (found.polarity, found.certainty, found.realis) == expected


def test_a_hedge_of_another_clause_does_not_count() -> None:
    apart = (
        "he/PRON/3/nsubj may/AUX/3/aux resign/VERB/0/root ;/PUNCT/6/punct gunmen/NOUN/6/nsubj "
        "shot/VERB/3/parataxis a/DET/8/det guard/NOUN/6/obj"
    )
    joined = (
        "he/PRON/3/nsubj may/AUX/3/aux resign/VERB/0/root ,/PUNCT/7/punct but/CCONJ/7/cc gunmen/NOUN/7/nsubj "
        "shot/VERB/3/conj a/DET/9/det guard/NOUN/7/obj"
    )
    assert read(apart, "a guard", "target").certainty == "certain"
    assert read(joined, "a guard", "target").certainty == "certain"


def test_what_a_named_source_alleges_is_certain_for_it() -> None:
    tree = "he/PRON/3/nsubj allegedly/ADV/3/advmod shot/VERB/0/root a/DET/5/det guard/NOUN/3/obj"
    assert read(tree, "a guard", "target").certainty == "probable"
    assert read(tree, "a guard", "target", attributed=True).certainty == "certain"


def test_the_month_is_no_modal() -> None:
    tree = "they/PRON/2/nsubj met/VERB/0/root in/ADP/4/case may/PROPN/2/obl dockers/NOUN/2/obj"
    assert read(tree, "dockers", "actor").certainty == "certain"


def test_a_hedge_is_kept_with_its_words_and_level() -> None:
    tree = (
        "police/NOUN/2/nsubj believe/VERB/0/root three/NUM/4/nummod dockers/NOUN/5/nsubj did/VERB/2/ccomp "
        "it/PRON/5/obj"
    )
    (hedge,) = read(tree, "three dockers", "suspect").hedges
    assert (hedge.text, hedge.first, hedge.last, hedge.level, hedge.label) == (
        "believe",
        1,
        2,
        "value",
        "probable",
    )


def test_a_modal_reaches_only_what_its_verb_governs() -> None:
    tree = (
        "guards/NOUN/5/nsubj who/PRON/4/nsubj may/AUX/4/aux strike/VERB/1/acl shot/VERB/0/root a/DET/7/det "
        "docker/NOUN/5/obj"
    )
    assert read(tree, "a docker", "target").certainty == "certain"
    assert read(tree, "strike", "observation").certainty == "possible"


def test_a_denial_does_not_reach_its_own_subject() -> None:
    tree = "the/DET/2/det front/NOUN/3/nsubj denied/VERB/0/root shooting/VERB/3/xcomp guards/NOUN/4/obj"
    assert read(tree, "guards", "target").polarity == "denied"
    assert read(tree, "the front", "actor").polarity == "affirmed"


def test_no_hedge_reaches_into_a_relative_clause_that_is_known() -> None:
    tree = (
        "it/PRON/4/nsubj might/AUX/4/aux have/AUX/4/aux seen/VERB/0/root the/DET/6/det blaze/NOUN/4/obj "
        "that/PRON/8/nsubj killed/VERB/6/acl two/NUM/8/obj"
    )
    assert read(tree, "two", "killed").certainty == "certain"
    assert read(tree, "the blaze", "observation").certainty == "possible"


def test_what_modifies_a_verb_does_not_reach_a_clause_joined_to_it() -> None:
    tree = (
        "it/PRON/4/nsubj might/AUX/4/aux be/AUX/4/cop wrong/ADJ/0/root and/CCONJ/8/cc six/NUM/8/nsubj "
        "had/AUX/8/aux died/VERB/4/conj"
    )
    fear = (
        "they/PRON/2/nsubj believe/VERB/0/root one/NUM/4/nsubj died/VERB/2/ccomp and/CCONJ/7/cc "
        "six/NUM/7/nsubj vanished/VERB/4/conj"
    )
    assert read(tree, "six", "killed").certainty == "certain"
    assert read(tree.replace("nsubj had", "obl had"), "six", "killed").certainty == "possible"
    assert read(fear, "six", "missing").certainty == "probable"


def test_what_is_the_object_of_a_denial_is_denied_whatever_the_model_says() -> None:
    tree = "they/PRON/2/nsubj denied/VERB/0/root killing/VERB/2/xcomp men/NOUN/3/obj"
    assert read(tree, "killing men", "killed", learned=AFFIRMED).polarity == "denied"
    assert read(tree, "men", "target", learned=AFFIRMED).polarity == "affirmed"


def test_a_weapon_or_toll_of_a_denied_clause_is_denied_and_its_place_is_left_to_the_model() -> None:
    tree = (
        "they/PRON/2/nsubj denied/VERB/0/root that/SCONJ/5/mark guards/NOUN/5/nsubj used/VERB/2/ccomp "
        "gas/NOUN/5/obj"
    )
    assert read(tree, "gas", "weapon", learned=AFFIRMED).polarity == "denied"
    assert read(tree, "gas", "captive", learned=AFFIRMED).polarity == "denied"
    assert read(tree, "gas", "place", learned=AFFIRMED).polarity == "affirmed"


@given(
    st.lists(
        st.tuples(
            st.sampled_from("may not believe the men denied if will , ; still he".split()),
            st.sampled_from(("NOUN", "VERB", "AUX", "PART", "SCONJ", "ADJ", "ADV", "DET")),
            st.integers(0, 8),
            st.sampled_from(("nsubj", "obj", "acl", "conj", "mark", "dep")),
        ),
        min_size=1,
        max_size=8,
    ),
    st.data(),
)
def test_every_label_but_the_plain_ones_has_its_words_in_any_tree(
    words: list[tuple[str, str, int, str]], data: st.DataObject
) -> None:
    tree = " ".join(f"{form}/{tag}/{min(head, len(words))}/{relation}" for form, tag, head, relation in words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    found = manner_at(Page.of(trees.reading(tree)), Stretch(first, last), "place", attributed=False)
    plain = (found.polarity, found.certainty, found.realis) == ("affirmed", "certain", "actual")
    assert plain is (not found.hedges)
    assert all(0 <= hedge.first < hedge.last <= len(words) for hedge in found.hedges)


def test_what_is_of_a_denied_clause_is_denied_whatever_the_model_reads() -> None:
    tree = (
        "he/PRON/2/nsubj denied/VERB/0/root that/SCONJ/7/mark guards/NOUN/7/nsubj had/AUX/7/aux "
        "been/AUX/7/aux shot/VERB/2/ccomp"
    )
    assert read(tree, "guards", "target", learned=AFFIRMED).polarity == "denied"
    assert read(tree, "he", "actor", learned=AFFIRMED).polarity == "affirmed"


def test_what_is_said_not_to_be_it_is_denied_whatever_the_model_reads() -> None:
    begin = "it/PRON/{0}/expl was/AUX/{0}/cop not/PART/{0}/advmod "
    fired = " soldiers/NOUN/0/root who/PRON/{1}/nsubj fired/VERB/{0}/acl"
    assert read((begin + fired).format(4, 6), "soldiers", "actor", learned=AFFIRMED).polarity == "denied"
    only = (begin + "only/ADV/{0}/advmod" + fired).format(5, 7)
    assert read(only, "soldiers", "actor", learned=AFFIRMED).polarity == "affirmed"


def test_a_negation_of_the_verb_is_no_denial_of_who_did_it() -> None:
    tree = "rebels/NOUN/4/nsubj did/AUX/4/aux not/PART/4/advmod flee/VERB/0/root"
    assert read(tree, "rebels", "actor", learned=AFFIRMED).polarity == "affirmed"


def test_a_hedged_relative_clause_tells_what_part_a_thing_had() -> None:
    tree = (
        "guards/NOUN/2/nsubj found/VERB/0/root a/DET/4/det crate/NOUN/2/obj that/PRON/8/nsubj "
        "may/AUX/8/aux have/AUX/8/aux held/VERB/4/acl the/DET/10/det bomb/NOUN/8/obj"
    )
    assert read(tree, "a crate", "weapon").certainty == "possible"
    assert read(tree, "a crate", "target").certainty == "certain"


@pytest.mark.parametrize(
    ("tree", "slot"),
    [
        (
            "they/PRON/2/nsubj threatened/VERB/0/root to/PART/4/mark burn/VERB/2/xcomp the/DET/6/det mill/NOUN/4/obj",
            "target",
        ),
        (
            "guards/NOUN/2/nsubj foiled/VERB/0/root a/DET/4/det raid/NOUN/2/obj on/ADP/7/case the/DET/7/det "
            "mill/NOUN/4/nmod",
            "target",
        ),
        (
            "a/DET/2/det march/NOUN/4/nsubj is/AUX/4/aux planned/VERB/0/root at/ADP/7/case the/DET/7/det "
            "mill/NOUN/4/obl",
            "place",
        ),
    ],
)
def test_what_is_threatened_foiled_or_planned_is_intended(tree: str, slot: str) -> None:
    assert read(tree, "the mill", slot).realis == "intended"


@pytest.mark.parametrize("state", ["dead/ADJ", "trapped/VERB", "missing/VERB"])
def test_what_is_feared_is_no_more_than_probable(state: str) -> None:
    tree = f"it/PRON/2/nsubj left/VERB/0/root two/NUM/4/nummod men/NOUN/5/nsubj feared/VERB/2/conj {state}/5/xcomp"
    assert read(tree, "two men", "missing").certainty == "probable"


@pytest.mark.parametrize(
    "words",
    [
        "not/PART/5/advmod far/ADV/5/advmod from/ADP/7/case",
        "not/PART/4/advmod long/ADV/7/advmod before/ADP/7/case",
    ],
)
def test_a_not_that_tells_where_or_when_denies_nothing(words: str) -> None:
    tree = f"it/PRON/2/nsubj blew/VERB/0/root {words} a/DET/7/det mill/NOUN/2/obl"
    assert read(tree, "a mill", "place") == Manner()


def test_a_plain_not_denies_a_place() -> None:
    tree = "it/PRON/5/nsubj was/AUX/5/cop not/PART/5/advmod in/ADP/5/case mills/NOUN/0/root"
    assert read(tree, "mills", "place").polarity == "denied"


def test_whom_an_attempt_was_aimed_at_is_meant_whatever_the_model_says() -> None:
    tree = "they/PRON/2/nsubj tried/VERB/0/root to/PART/4/mark kill/VERB/2/xcomp guards/NOUN/4/obj"
    assert read(tree, "guards", "target", learned=ACTUAL).realis == "intended"
    assert read(tree, "they", "actor", learned=ACTUAL).realis == "actual"


def test_what_depends_on_a_condition_is_hypothetical_whatever_the_model_says() -> None:
    tree = (
        "if/SCONJ/3/mark talks/NOUN/3/nsubj fail/VERB/6/advcl dockers/NOUN/6/nsubj will/AUX/6/aux "
        "strike/VERB/0/root"
    )
    assert read(tree, "dockers", "actor", learned=ACTUAL).realis == "hypothetical"
    often = tree.replace("will/AUX/6/aux", "often/ADV/6/advmod")
    assert read(often, "dockers", "actor", learned=ACTUAL).realis == "actual"


def test_a_condition_may_hang_beside_what_depends_on_it() -> None:
    tree = (
        "if/SCONJ/3/mark dockers/NOUN/3/nsubj strike/VERB/8/advcl we/PRON/6/nsubj will/AUX/6/aux "
        "leave/VERB/8/ccomp she/PRON/8/nsubj said/VERB/0/root"
    )
    assert read(tree, "we", "actor", learned=ACTUAL).realis == "hypothetical"
    assert read(tree, "dockers", "actor", learned=ACTUAL).realis == "hypothetical"
    assert read(tree, "she", "actor", learned=ACTUAL).realis == "actual"


def test_a_hedge_that_ends_in_to_reaches_the_verb_of_its_infinitive() -> None:
    tree = (
        "gunmen/NOUN/2/nsubj appeared/VERB/7/ccomp to/PART/5/mark be/AUX/5/cop soldiers/NOUN/7/ccomp "
        "he/PRON/7/nsubj said/VERB/0/root"
    )
    assert read(tree, "soldiers", "actor").certainty == "probable"


def test_what_is_not_ruled_out_is_possible_and_not_denied() -> None:
    tree = (
        "they/PRON/4/nsubj have/AUX/4/aux not/PART/4/advmod ruled/VERB/0/root out/ADP/4/compound "
        "theft/NOUN/4/obj"
    )
    found = read(tree, "theft", "motive")
    assert (found.polarity, found.certainty) == ("affirmed", "possible")


@pytest.mark.parametrize(("relation", "certainty"), [("parataxis", "certain"), ("advcl", "unspecified")])
def test_a_hedging_verb_does_not_reach_a_clause_set_beside_it(relation: str, certainty: str) -> None:
    tree = (
        "they/PRON/3/nsubj neither/CCONJ/3/cc confirmed/VERB/0/root nor/CCONJ/5/cc denied/VERB/3/conj it/PRON/3/obj "
        f"dockers/NOUN/8/nsubj said/VERB/3/{relation} shells/NOUN/10/nsubj hit/VERB/8/ccomp"
    )
    assert read(tree, "shells", "weapon").certainty == certainty


@pytest.mark.parametrize(
    ("words", "slot"), [("dockers", "actor"), ("the mill", "place"), ("dockers left", "observation")]
)
def test_all_that_is_neither_confirmed_nor_denied_is_unspecified(words: str, slot: str) -> None:
    tree = (
        "police/NOUN/2/nsubj refused/VERB/0/root to/PART/4/mark confirm/VERB/2/xcomp or/CCONJ/6/cc deny/VERB/4/conj "
        "that/SCONJ/9/mark dockers/NOUN/9/nsubj left/VERB/6/ccomp the/DET/11/det mill/NOUN/9/obj"
    )
    assert read(tree, words, slot).certainty == "unspecified"


@pytest.mark.parametrize(("slot", "polarity"), [("killed", "denied"), ("injured", "affirmed")])
def test_whom_the_verb_of_its_own_fate_is_denied_of_did_not_suffer_it(slot: str, polarity: str) -> None:
    tree = "two/NUM/2/nummod dockers/NOUN/5/nsubj were/AUX/5/aux not/PART/5/advmod killed/VERB/0/root"
    assert read(tree, "two dockers", slot).polarity == polarity


def test_who_is_presumed_dead_is_so_probably() -> None:
    tree = "two/NUM/2/nummod dockers/NOUN/4/nsubj are/AUX/4/aux presumed/VERB/0/root dead/ADJ/4/xcomp"
    assert read(tree, "two dockers", "killed").certainty == "probable"


def test_who_did_it_by_no_evidence_is_not_told() -> None:
    tree = (
        "no/DET/2/det evidence/NOUN/3/nsubj emerged/VERB/0/root that/SCONJ/6/mark dockers/NOUN/6/nsubj "
        "fired/VERB/3/csubj"
    )
    assert read(tree, "dockers", "actor").certainty == "unspecified"


@pytest.mark.parametrize(("mark", "certainty"), [("after", "certain"), ("so", "probable")])
def test_what_is_feared_does_not_reach_what_it_came_after(mark: str, certainty: str) -> None:
    line = (
        f"Two/NUM/2/nummod men/NOUN/4/nsubj are/AUX/4/aux feared/VERB/0/root dead/ADJ/4/xcomp {mark}/SCONJ/8/mark "
        "rockets/NOUN/8/nsubj struck/VERB/5/advcl barges/NOUN/8/obj"
    )
    assert read(line, "barges", "target").certainty == certainty
    assert read(line, "Two men", "killed").certainty == "probable"
