"""What a brief says: its words, its quotes, what differs, and what fits no point."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

import made
from publish import casebook
from publish.strategies import readings
from standoff.errors import StandoffError
from standoff.publish import render_brief, wording
from standoff.publish.brief import make_brief
from standoff.publish.labels import labels, parse
from standoff.publish.quoting import AROUND, LONGEST, Quoter
from standoff.records import (
    Attribution,
    Claim,
    Entity,
    Hedge,
    Place,
    Quantity,
    Reading,
    Report,
    Source,
    Span,
    Stamp,
    Text,
    Time,
    Value,
)
from standoff.store import ClaimHit, Snippet


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Quantity("toll", 2, 2, party="guards"), "2 guards"),
        (Quantity("toll", 3, None), "3 or more"),
        (Quantity("toll", None, 20, party="people"), "up to 20 people"),
        (Quantity("count", 10, 15), "10 to 15"),
        (Quantity("count", 20, 20, approx=True), "about 20"),
        (Quantity("toll", 0, 0), "none"),
        (Quantity("toll", 0, 0, party="guards"), "no guards"),
        (Quantity("toll", 701, None, party="people"), "more than 700 people"),
        (Quantity("toll", 21, None), "21 or more"),
        (Quantity("toll", 5400, 5400, party="Vale dockers"), "5,400 Vale dockers"),
        (Quantity("toll", 26, 26, party="DOCKERS"), "26 DOCKERS"),
        (Quantity("toll", 3, 3, party="10-year-olds"), "3 (10-year-olds)"),
        (Quantity("toll", 2, 2, party="Ada Lint and Bo Vane"), "2 (Ada Lint and Bo Vane)"),
        (Quantity("toll", None, None), "an unknown number"),
        (Quantity("toll", 1, 1, party="Ada Lint"), "1 (Ada Lint)"),
        (Quantity("toll", 1, 1, party="armed men"), "1 armed man"),
        (Quantity("toll", 1, 1, party="members of the board"), "1 member of the board"),
        (Time("2031-03-14", "2031-03-14"), "Friday, 14 March 2031"),
        (Time("2031-02-01", "2031-02-28"), "February 2031"),
        (Time("2031-01-01", "2031-12-31"), "2031"),
        (Time("2031-03-01", "2031-03-30"), "1 March 2031 – 30 March 2031"),
        (Time("2031-03-14T09:05", "2031-03-14T09:05"), "Friday, 14 March 2031, 09:05"),
        (
            Time("2031-03-14T09:05:00+02:00", "2031-03-14T09:05:00+02:00"),
            "Friday, 14 March 2031, 09:05 +02:00",
        ),
        (Time("soon", "soon"), "soon"),
        (Place("near Tellis"), "near Tellis"),
        (Entity("Red Heron"), "Red Heron"),
        (Text("set on fire"), "“set on fire”"),
    ],
)
def test_values_read_as_plain_words(value: Value, words: str) -> None:
    assert wording.value(value) == words


@pytest.mark.parametrize(
    ("stamp", "words"),
    [
        (Stamp("2031-03-14", "day", "header"), "Friday, 14 March 2031"),
        (Stamp("2031-03", "month", "url"), "March 2031"),
        (Stamp("2031-03-14", "month", "url"), "March 2031"),
        (Stamp("2031", "year", "url"), "2031"),
        (Stamp("2031-03-14T09:05:00+00:00", "minute", "meta"), "Friday, 14 March 2031, 09:05 UTC"),
    ],
)
def test_a_date_of_publication_is_as_precise_as_it_is_known(stamp: Stamp, words: str) -> None:
    assert wording.stamp(stamp) == words


def test_a_chain_runs_from_the_outermost_to_the_innermost_and_the_outlet_speaks_for_itself() -> None:
    report = made.report()
    assert wording.chain((made.AGENCY, made.OFFICIALS), report) == "Northwind Agency ← unnamed officials"
    told = Source("was reported", "implicit", "unknown")
    assert wording.chain((made.AGENCY, told), report) == "Northwind Agency ← no source named (“was reported”)"
    assert wording.chain((), report) == "Marrow Valley Courier (own voice)"
    assert wording.chain((), replace(report, outlet=None)) == "the report (own voice)"


@settings(max_examples=30)
@given(read=readings())
def test_every_span_of_a_json_brief_slices_to_its_quote(read: Reading) -> None:
    found = json.loads("".join(render_brief([read], "json")))["reports"][0]
    points = [point for events in found["events"].values() for event in events for point in event["points"]]
    assert len(points) == len(read.claims)
    for item in (*points, *found["said"]):
        for span in item["evidence"]:
            assert read.report.text[span["start"] : span["end"]] == span["quote"] != ""


@settings(max_examples=30)
@given(read=readings())
def test_the_pieces_of_a_quote_stand_in_the_text_and_are_not_long(read: Reading) -> None:
    quoter = Quoter(read)
    for claim in read.claims:
        for piece in quoter.quote(claim.evidence).pieces:
            assert len(piece.text) <= (LONGEST if piece.marked else 2 * AROUND) + 3
            assert all(part.strip() in read.report.text for part in piece.text.split("…"))


def _bare(text: str, *claims: Claim) -> Reading:
    return replace(made.bare_reading(text), claims=claims)


def _toll(
    name: str,
    low: int,
    high: int | None,
    *,
    who: str = "",
    party: str | None = None,
    approx: bool = False,
    **more: object,
) -> Claim:
    chain = (Source(who, "named", "official"),) if who else ()
    value = Quantity("toll", low, high, approx, party)
    return replace(Claim(name, "e1", "raid", "killed", value, (Span(0, 1),), None, chain), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (_toll("c1", 3, 3, who="Army"), _toll("c2", 5, 5, who="Clinic"), True),
        (_toll("c1", 3, None, who="Army"), _toll("c2", 5, 5, who="Clinic"), False),
        (_toll("c1", 3, 3, who="Army"), _toll("c2", 5, 5, who="Army"), False),
        (_toll("c1", 3, 3, who="Army", party="men"), _toll("c2", 5, 5, who="Clinic", party="women"), False),
        (_toll("c1", 0, 0, who="Army"), _toll("c2", 1, None), True),
        (_toll("c1", 20, 20, who="Army", approx=True), _toll("c2", 21, 21, who="Clinic"), False),
        (_toll("c1", 1, None, who="Army", polarity="denied"), _toll("c2", 5, 5, who="Clinic"), True),
        (_toll("c1", 5, 5, who="Army", polarity="denied"), _toll("c2", 3, 3, who="Clinic"), False),
    ],
)
def test_the_summary_says_when_sources_give_tolls_that_exclude_each_other(
    one: Claim, other: Claim, differ: bool
) -> None:
    toll = make_brief(_bare("x", one, other)).summary[0].tolls[0]
    assert toll.differ is differ
    assert ("sources differ" in str(toll)) is differ


def test_a_denied_toll_is_never_shown_as_if_it_were_said() -> None:
    denied = _toll("c1", 4, 4, who="Army", polarity="denied")
    assert make_brief(_bare("x", denied)).summary[0].lines[1] == "Killed: 4 (denied by Army)."


def test_background_stands_apart_from_what_the_report_is_about() -> None:
    brief = make_brief(casebook.reading("siege"))
    standings = {
        name: [item.event.id for item in brief.standing(name)] for name in ("main", "related", "background")
    }
    assert standings == {"main": ["e1", "e2"], "related": ["e3"], "background": ["e4"]}
    assert [item.event.id for item in brief.summary] == ["e1", "e2"]


def test_what_is_attributed_but_holds_no_claim_is_shown_with_its_source() -> None:
    (saying,) = make_brief(casebook.reading("siege")).sayings
    assert (saying.who, saying.act) == ("Senna Okel", "denies")
    assert [piece.text for piece in saying.quote.pieces if piece.marked] == [
        "they had known nothing of any plan"
    ]


DOUBTS = _bare("Reuters could not independently verify the reports.")


def _telling(name: str, *, negated: bool = True) -> Reading:
    text, teller = DOUBTS.report.text, Source(name, "group", "media")
    cue, reports = (
        Span(text.index(words), text.index(words) + len(words)) for words in ("verify", "the reports")
    )
    told = Attribution("a1", None, teller, (cue,), "confirms", (reports,), negated)
    return replace(DOUBTS, attributions=(told,))


@pytest.mark.parametrize(("negated", "shown"), [(True, "does not confirm"), (False, "confirms")])
def test_an_act_whose_cue_is_negated_is_not_shown_as_done(negated: bool, shown: str) -> None:
    (saying,) = make_brief(_telling("reporters", negated=negated)).sayings
    assert saying.act == shown


@pytest.mark.parametrize(
    ("name", "listed"), [("no group", 0), ("No one", 0), ("nobody", 0), ("northerners", 1)]
)
def test_nobody_is_no_source(name: str, listed: int) -> None:
    brief = make_brief(_telling(name))
    assert [saying.who for saying in brief.sayings] == [name]
    assert len(brief.voices) == 1 + listed


def test_a_table_breaks_no_word_that_says_how_firmly_or_who_it_is() -> None:
    claim = _toll(
        "c1", 2, 2, who="Army", certainty="possible", hedges=(Hedge("unconfirmed", Span(0, 1), "value"),)
    )
    read = _bare("x", claim, _toll("c2", 3, 3, chain=(Source("Rescue", "named", "organisation"),)))
    shown = "".join(render_brief([read], "text", width=80))
    assert {"possible,", "“unconfirmed”", "organisation"} <= set(shown.split())


def test_a_claim_that_was_found_says_how_firmly_and_who_says_so() -> None:
    plain = ClaimHit("c1", "killed", "2", "", "affirmed", "certain", "actual", Snippet("two"))
    assert wording.found(plain) == "killed: 2"
    assert wording.found(replace(plain, sources="Army", polarity="denied")) == "killed: denied: 2 (Army)"
    told = replace(plain, certainty="probable", sources="Tass > officials")
    assert wording.found(told) == "killed: probably 2 (Tass ← officials)"


def test_every_source_is_listed_with_the_number_of_its_claims() -> None:
    counts = {voice.name: voice.claims for voice in make_brief(made.reading()).voices}
    assert counts["Marrow Valley Courier"] == 7
    assert counts["Northwind Agency"] == 2


def test_hedges_stand_beside_how_firmly_it_is_said() -> None:
    claim = next(claim for claim in made.reading().claims if claim.id == "c6")
    assert wording.firmness(claim) == ("possible", "“may”")


def test_a_report_without_claims_says_so() -> None:
    for fmt in ("text", "markdown", "html"):
        assert "No point of any event was found" in "".join(render_brief([made.bare_reading("Rain.")], fmt))


def test_a_claim_of_an_unlisted_event_is_still_shown() -> None:
    report: Report = made.report("Fire.")
    claim = Claim("c1", "e9", "accident", "observation", Text("Fire"), (Span(0, 4),))
    brief = make_brief(replace(_bare("Fire.", claim), report=report))
    assert brief.events[0].heading == "Accident"


def test_markup_of_rich_is_inert_in_words_and_names() -> None:
    read = made.bare_reading("[bold]Fire[/] [link=https://x]", outlet="[red]Post[/]")
    claim = Claim("c1", "e1", "accident", "observation", Text("[bold]Fire[/]"), (Span(0, 13),))
    found = "".join(render_brief([replace(read, claims=(claim,))], "text", width=120))
    assert "“[bold]Fire[/]”" in found
    assert "[red]Post[/] (own" in found


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('killed = "killed"\n', "", "slots"),
        ('"sentence", ', "", "exactly one question"),
        ("[calendar]", "[calender]", "calendar"),
        ("[slots]", "[slots", "damaged"),
    ],
)
def test_a_damaged_labels_file_is_refused_with_what_is_wrong(old: str, new: str, said: str) -> None:
    from importlib.resources import files

    text = (files("standoff.publish") / "data" / "labels.toml").read_text(encoding="utf-8")
    assert text.count(old) >= 1
    with pytest.raises(StandoffError, match=said):
        parse(text.replace(old, new, 1))


def test_an_unknown_name_is_shown_in_words() -> None:
    assert labels().word("types", "space_debris") == "space debris"


def test_the_sources_say_where_none_is_named() -> None:
    told = Source("WAS REPORTED", "implicit", "unknown")
    read = _bare("Two dockers died.", _toll("c1", 2, 2, chain=(told,)))
    for fmt in ("text", "markdown", "html"):
        assert "".join(render_brief([read], fmt, width=120)).count("no source named (“WAS REPORTED”)") >= 2
    voice = json.loads("".join(render_brief([read], "json")))["reports"][0]["sources"][-1]
    assert (voice["name"], voice["identification"]) == ("WAS REPORTED", "implicit")
