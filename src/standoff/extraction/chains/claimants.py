"""Who claims responsibility, or denies it, whatever the model makes of them: "the group claimed responsibility".

The model reads who does so as the actor now and then, or passes them over. Who denies something else claims nothing,
and whose part somebody denies is the suspect: "the adviser denied [Vareland]'s involvement". Invariant: a row stands on
the subject of a verb of claiming or denying responsibility, or on whose part is denied; what it is by own word is for
`own_word`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.chains.chains import ChainIndex
from standoff.extraction.chains.cues import verbs, words
from standoff.extraction.chains.link import Link, inside
from standoff.extraction.chains.responsibility import NOTHING, anothers_part, of_disowning
from standoff.extraction.grammar.clauses import has_case, noun_phrase, passive, subject
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tags import NOUNS
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.lexicon import section
from standoff.extraction.slots.row import PARTIES, TEXTS, Missing, Row, filled
from standoff.extraction.slots.suspected import is_party

_NOBODY = frozenset(("no", "nobody", "none"))
_CLAIMING = frozenset(("claimant", "actor", "suspect"))
_RULES = {"claimant": "who claims responsibility", "suspect": "who denies responsibility"}


def with_claimants(chains: ChainIndex, rows: Sequence[Row], missed: Sequence[Row] = ()) -> list[Row]:
    """The rows, those who claim responsibility as claimants; who denies it as a suspect where no party stands.

    ``missed`` are rows that the model is too unsure of.
    """
    denials = _denials(chains)
    denying = {link.head for link in denials if link.head is not None}
    rows = [
        row
        for row in rows
        if row.slot != "claimant"
        or (
            denying.isdisjoint(range(*row.at))
            and not _claims_nothing(chains.page, row.at)
            and not _is_own_claim(chains.page, row.at)
        )
    ]
    rows = [row for row in rows if not _is_disowned(chains, row)]
    rows, claimers = _without_tellers(chains, rows), _claimers(chains, denials)
    for slot, at in claimers:
        if slot == "claimant":
            rows = _with_claimer(chains.page, rows, at)
    found = (
        Missing(slot, at, _RULES[slot], PARTIES, after=True)
        for slot, at in [*claimers, *_cleared(chains.page)]
    )
    return filled(chains.page, rows, found, missed)


def _without_tellers(chains: ChainIndex, rows: Sequence[Row]) -> list[Row]:
    """The rows without actors who only tell what others did: "[the envoy] claimed that a drone had hit a bus"."""
    harm = {row.at.first for row in rows if row.slot in ("weapon", "killed", "injured")}
    links = (chains.link_of(made.id) for made in chains.attributions if made.act in ("says", "claims"))
    tellers = {
        link.head
        for link in links
        if link.told
        and link.head is not None
        and _has_other_doer(chains.page, link)
        and any(word in harm for part in link.content for word in range(*part))
    }
    return [row for row in rows if row.slot != "actor" or tellers.isdisjoint(range(*row.at))]


def _has_other_doer(page: Page, link: Link) -> bool:
    """Whether what somebody tells has a noun for its subject, which does it: not "police said [a man] was held"."""
    clause = page.child(link.verb, "ccomp")
    agent = None if clause is None or passive(page, clause) else page.child(clause, "nsubj")
    return agent is not None and inside(link.content, agent) and page.tags[agent] in NOUNS


def _is_disowned(chains: ChainIndex, row: Row) -> bool:
    """Whether a row only tells that somebody has no part in an act ("said [it was not behind it]"), or takes the part
    that he denies for who is suspected: "denied [any link to the blast]"."""
    page, top = chains.page, top_of(chains.page, row.at)
    if row.slot == "suspect":
        return page.forms[top] in words("nouns", "ties")
    if row.slot not in TEXTS:
        return False
    if any(page.forms[word : word + len(NOTHING)] == NOTHING for word in range(*row.at)):
        return True
    return any(of_disowning(page, chains.link_of(made), top) for made in chains.disowning)


def _claims_nothing(page: Page, at: Stretch) -> bool:
    """Whether words are for nobody, and no word of their sentence is of claiming: "have named [no one]"."""
    forms = page.line(page.sentence[at.first]).forms
    if page.forms[at.first] not in _NOBODY or any(
        form in verbs() and verbs()[form].act == "claims" for form in forms
    ):
        return False
    return all(words("nouns", key).isdisjoint(forms) for key in ("responsibility", "guilt", "claims_made"))


def _is_own_claim(page: Page, at: Stretch) -> bool:
    """Whether words are for somebody's claim and not for who makes it: "withdrew [its claim of responsibility]"."""
    return page.relations[at.first] == "nmod" and page.forms[at.first + 1 : at.first + 2] == ["claim"]


def _with_claimer(page: Page, rows: Sequence[Row], at: Stretch) -> list[Row]:
    """The rows, an actor who claims responsibility as the claimant; so is the name that a group goes by, which is not
    one that others are of: "a group calling itself [the Red Heron] claimed the attack"."""
    whole = [row.at for row in rows if row.slot in _CLAIMING and row.at.meets(at)]
    claiming = (
        (row.at in whole and row.slot in _CLAIMING)
        or (
            row.slot == "affiliation"
            and any(one.covers(row.at) and one.last == row.at.last for one in whole)
            and not _has_members(page, row.at)
        )
        for row in rows
    )
    return [
        row._replace(slot="claimant", rule=row.rule if row.slot == "claimant" else _RULES["claimant"])
        if claims
        else row
        for row, claims in zip(rows, claiming, strict=True)
    ]


def _has_members(page: Page, group: Stretch) -> bool:
    """Whether words name what others are of: "members of [the Vale Front]"."""
    return has_case(page, top_of(page, group), section("parties", "members")["ties"])


def _claimers(chains: ChainIndex, denials: Sequence[Link]) -> list[tuple[str, Stretch]]:
    """The words for those who claim or deny responsibility, with what they are by it."""
    answers = [(made.id in chains.disowning, chains.link_of(made.id)) for made, _ in chains.responsibility]
    owners = (anothers_part(chains.page, chains.parties, link) for link in denials)
    own = [
        ("suspect" if denied else "claimant", noun_phrase(chains.page, link.head))
        for denied, link in answers
        if link.told and link.head is not None and chains.page.tags[link.head] in NOUNS
    ]
    return [*own, *(("suspect", noun_phrase(chains.page, owner)) for owner in owners if owner is not None)]


def _cleared(page: Page) -> Iterator[tuple[str, Stretch]]:
    """The words for those who are told to have no part in an act: "[the driver] had nothing to do with it"."""
    for word in page.where(NOTHING[:1]):
        who = subject(page, word - 1) if page.forms[word : word + len(NOTHING)] == NOTHING else None
        if who is not None and is_party(page, who):
            yield "suspect", noun_phrase(page, who)


def _denials(chains: ChainIndex) -> list[Link]:
    """The tellings in which somebody denies something else than his own part in an act."""
    own = {made.id for made, _ in chains.responsibility}
    made = (each.id for each in chains.attributions if each.act == "denies" and each.id not in own)
    return [link for link in map(chains.link_of, made) if link.told]
