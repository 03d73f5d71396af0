"""Numbers of people in reports of relief who are nobody's toll: whom aid reached or is for, who only are in need, whose
lives are saved.

"Partners [reached 9,200 people] with food" tells of no fate, and displaced are those alone whose sentence has a word of
leaving home, or who are a part of such as the sentence before it counts. The words are in ``idle.toml``. Invariant: the
answer depends on the words and trees of two sentences of one paragraph.
"""

from __future__ import annotations

from standoff.extraction.grammar.clauses import passive
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.phrases import nouns
from standoff.extraction.lexicon import section, word_set

_DEEPEST = 3  # heads over a number in which a verb of aid is looked for


def is_relief(page: Page, slot: str, at: Stretch, top: int) -> bool:
    """Whether a toll counts people whom aid reached, or displaced of whom nothing says that they left home."""
    if slot == "killed" and _is_saved(page, at):
        return True
    forms = page.line(page.sentence[at.first]).forms
    told = page.forms[top] in nouns("harm") or not word_set("parties", "tolls", slot).isdisjoint(forms)
    if not told and (_is_served(page, top) or _is_part_of_served(page, at)):
        return True
    return slot == "displaced" and not _left_home(page, at, top)


def _is_saved(page: Page, at: Stretch) -> bool:
    """Whether what a toll is read at is lives that somebody saves or risks."""
    table = section("idle", "relief")
    lives = next((word for word in range(*at) if page.forms[word] in table["lives"]), None)
    return lives is not None and page.heads[lives] >= 0 and page.forms[page.heads[lives]] in table["saving"]


def _is_part_of_served(page: Page, at: Stretch) -> bool:
    """Whether words count some of those whom aid reached: "treated 80 patients, [four of them] for burns"."""
    begin = page.bounds[page.sentence[at.first]].first
    part = not word_set("idle", "relief", "parts").isdisjoint(page.forms[slice(*at)])
    return part and any(
        _is_served(page, word) for word in range(begin, at.first) if page.tags[word] == "NOUN"
    )


def _is_served(page: Page, word: int) -> bool:
    """Whether people are what a verb of aid is done to or for, or whom goods are for: "tents for 900 families"."""
    table = section("idle", "relief")
    if page.tags[word] != "NOUN":
        return False  # "the toll reached 41"
    for _ in range(_DEEPEST):
        above = page.heads[word]
        if above < 0:
            return False
        marks = {page.forms[kid] for kid in page.children[word] if page.relations[kid] == "case"}
        whom = page.relations[word] == ("nsubj" if passive(page, above) else "obj")
        reached = whom or not marks.isdisjoint(table["marks"])
        if reached and (page.forms[above] in table["reaching"] or _is_by_partners(page, above)):
            return True
        if "for" in marks and page.forms[above] in table["goods"]:
            return True
        if page.relations[word] not in ("conj", "appos", "nmod", "nummod"):
            return False
        word = above
    return False


def _is_by_partners(page: Page, verb: int) -> bool:
    """Whether a verb tells of those whom organisations treat as they do day by day; hospitals treat the hurt."""
    table, first = section("idle", "relief"), verb
    while page.relations[first] == "conj" and not _has_subject(page, first):
        first = page.heads[first]
    who = page.child(first, "nsubj")
    return page.forms[verb] in table["treating"] and who is not None and page.forms[who] in table["partners"]


def _has_subject(page: Page, verb: int) -> bool:
    """Whether a subject stands before a verb."""
    return any(page.relations[kid] == "nsubj" and kid < verb for kid in page.children[verb])


def _left_home(page: Page, at: Stretch, top: int) -> bool:
    """Whether a sentence says of people that they left home, and not that they went back, or may have to leave."""
    table, number = section("idle", "relief"), page.sentence[at.first]
    if any(page.forms[word] in table["back"] for word in (*range(*at), page.heads[top]) if word >= 0):
        return False
    part = number > 0 and not set(page.forms[slice(*at)]).isdisjoint(table["parts"])
    forms = {*page.line(number).forms, *(page.line(number - 1).forms if part else ())}
    if not word_set("parties", "tolls", "displaced").isdisjoint(forms):
        return True
    open_still = forms.isdisjoint(table["back"]) and forms.isdisjoint(table["feared"])
    return open_still and not forms.isdisjoint(table["leaving"])
