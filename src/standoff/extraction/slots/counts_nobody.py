"""What reads like a number of people and counts nobody: those of a question, a threat, a comparison, an hour, a permit,
an age, a share, whom a deed spared, who only tell, were counted twice or flew what was shot down.

The words are in ``idle.toml``. Invariant: the answer depends on the words and the tree of one sentence alone.
"""

from __future__ import annotations

from standoff.extraction.chains.cues import verbs, words
from standoff.extraction.grammar.clauses import passive
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.phrases import HYPHENS
from standoff.extraction.grammar.tags import VERBS
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.values.no_counts import after_ages

_SINCE = ("in", "since")  # before the time in which nothing was worse
_HANGS = frozenset(("obj", "obl", "nsubj", "nmod", "nummod", "conj"))
_PEOPLE = frozenset(("NOUN", "PROPN", "NUM"))
_LISTED = _PEOPLE - {"NUM"} | {"DET", "ADJ", "CCONJ", "PUNCT"}
_OF_THEM = 3  # words: "all of them" alone may be the toll
_OPENING = 5  # words in which "more than half of" ends
_DEEPEST = 3  # heads over a number in which a permit's verb is looked for


def counts_nobody(page: Page, at: Stretch, top: int) -> bool:
    """Whether words, of which the others hang on ``top``, count nobody."""
    by_words = (
        _is_superlative,
        _is_all,
        _only_tell,
        _end_a_source,
        _is_addressed,
        _is_hour,
        _differs,
        _is_share,
        is_age,
        _is_no_news,
    )
    by_top = (_is_asked, _is_miscounted, _is_allowed, _is_downed, _is_spared)
    return any(rule(page, at) for rule in by_words) or any(rule(page, top) for rule in by_top)


def _is_superlative(page: Page, at: Stretch) -> bool:
    """Whether words only rank a happening among others: "[the deadliest] in years"."""
    ranked = next((word for word in range(*at) if page.forms[word] in _SINCE), at.last)
    tags, last = page.tags[at.first : ranked], page.forms[ranked - 1]
    return {*tags} <= {"DET", "ADJ", "ADV"} and (last.endswith("est") or last == "worst")


def _is_all(page: Page, at: Stretch) -> bool:
    """Whether words only tell who all of those counted before are: "12 dead, [all of them bandits]"."""
    forms = page.forms[at.first : at.last]
    return (
        forms[:2] == ["all", "of"]
        and forms[2:3] in (["them"], ["whom"])
        and page.forms[at.first - 1] == ","
        and len(forms) > _OF_THEM
    )


def _differs(page: Page, at: Stretch) -> bool:
    """Whether a number only tells how many more or fewer there were "than" others."""
    compared = page.forms[at.last - 1] in word_set("idle", "differing", "words")
    return compared and at.last - at.first > 1 and page.forms[at.last : at.last + 1] == ["than"]


def _is_miscounted(page: Page, word: int) -> bool:
    """Whether those counted are only told to have been counted more than once: "[two bodies] were counted twice"."""
    table, verb = section("idle", "miscounted"), page.heads[word]
    verb = word if page.forms[word] in table["verbs"] else verb
    return (
        verb >= 0
        and page.forms[verb] in table["verbs"]
        and any(page.forms[kid] in table["twice"] for kid in page.children[verb])
    )


def _is_share(page: Page, at: Stretch) -> bool:
    """Whether words only say what most of those counted before are: "[most of them soldiers]", "[60 per cent] are"."""
    table, forms = section("idle", "parts_of_people"), page.forms[at.first : at.last]
    if forms[-1] in table["rates"]:
        return True
    joint = forms.index("of") if "of" in forms[:_OPENING] else 0
    numbered = any(page.tags[word] == "NUM" for word in range(at.first + joint, at.last))
    whose = forms[joint + 1 : joint + 2] if joint else []
    return (
        any(form in table["whose"] for form in whose) and forms[joint - 1] in table["shares"] and not numbered
    )


def _is_allowed(page: Page, word: int) -> bool:
    """Whether people are only as many as a permit allows: "a licence to carry [100 passengers]"."""
    table = section("idle", "permits")
    for _ in range(_DEEPEST):
        above = page.heads[word]
        if above < 0:
            return False
        allows = page.forms[above] in (table["nouns"] if page.tags[above] == "NOUN" else table["verbs"])
        if page.tags[word] == "VERB" and allows:
            return any(page.forms[kid] == "to" for kid in page.children[word])
        if page.tags[word] != "VERB" and page.relations[word] not in _HANGS:
            return False
        word = above
    return False


def _is_no_news(page: Page, at: Stretch) -> bool:
    """Whether words only say that nothing is known yet: "no word yet on casualties"."""
    forms = page.forms[at.first : at.first + 3]
    return forms[0] == "no" and not {*section("idle", "no_news")["words"]}.isdisjoint(forms)


def _is_addressed(page: Page, at: Stretch) -> bool:
    """Whether those of whom something is told are spoken to, as in a threat: "[you will be killed]"."""
    return "you" in page.forms[slice(*at)] and all(page.tags[word] not in _PEOPLE for word in range(*at))


def _is_hour(page: Page, at: Stretch) -> bool:
    """Whether a number alone behind "at" is an hour, as its sentence counts nothing: "the headlines at [six]"."""
    alone = at.last - at.first == 1 and page.tags[at.first] == "NUM" and page.forms[at.first - 1] == "at"
    counted = words("nouns", "counted") | words("nouns", "counted_people")
    return alone and counted.isdisjoint(page.line(page.sentence[at.first]).forms)


def _is_asked(page: Page, word: int) -> bool:
    """Whether people are only those who tell: "the accounts of [nine witnesses]", "interviews with [12 villagers]"."""
    above = page.heads[word]
    tells = above >= 0 and page.forms[above] in section("idle", "asked")["nouns"]
    return tells and page.relations[word] == "nmod"


def _is_spared(page: Page, word: int) -> bool:
    """Whether people are those whom a deed was not done to: "to avoid [killing civilians]", "without harming [two]"."""
    table, deed = section("idle", "spared"), word if page.tags[word] == "VERB" else page.heads[word]
    if deed < 1 or not page.forms[deed].endswith("ing") or page.relations[word] in ("nsubj", "obl"):
        return False
    marked = any(page.forms[kid] in table["marks"] for kid in page.children[deed] if kid < deed)
    return marked or page.forms[deed - 1] in table["avoiding"]


def _only_tell(page: Page, at: Stretch) -> bool:
    """Whether the people among words are only those who tell it: "the raid, [which residents said killed] nine"."""
    people = [word for word in range(*at) if page.tags[word] in _PEOPLE]
    return bool(people) and all(
        page.tags[word] != "NUM"
        and page.relations[word] == "nsubj"
        and at.holds(page.heads[word])
        and page.forms[page.heads[word]] in verbs()
        and not passive(page, page.heads[word])
        for word in people
    )


def _end_a_source(page: Page, at: Stretch) -> bool:
    """Whether words are the last of those by whom all before them is told: "nine died, according to a paper and [a
    nurse]", but not "according to officials, among them [a nurse]"."""
    first, last = page.bounds[page.sentence[at.first]]
    tells = next((word for word in range(at.first - 1, first, -1) if page.forms[word] == "according"), first)
    clause = any(page.tags[word] in VERBS for word in range(first, tells))
    listed = all(page.tags[word] in _LISTED for word in range(tells + 2, at.last))
    return clause and listed and all(page.tags[word] not in VERBS for word in range(at.last, last))


def _is_downed(page: Page, word: int) -> bool:
    """Whether what is counted is an aircraft that was shot down, not people: "[a MiG-29] was shot down"."""
    verb = word if page.forms[word] == "shot" else page.heads[word]
    if (
        verb < 0
        or page.forms[verb] != "shot"
        or not any(page.forms[kid] == "down" for kid in page.children[verb])
    ):
        return False
    craft = page.child(verb, "nsubj") if word == verb else word
    if craft is None:
        return False
    typed = any(page.forms[at].isdigit() and page.forms[at - 1] in HYPHENS for at in page.subtree(craft))
    return typed or page.forms[craft] in word_set("parties", "nouns", "no_people")


def is_age(page: Page, at: Stretch) -> bool:
    """Whether a number is but one of the ages of people who are counted before: "two men, ages 19 and [24]", "two
    girls, [15 and 16]", "most of them were [between 14 and 25]"."""
    if _are_ages(page, at):
        return True
    being = section("numbers", "traps")["being"]
    if page.forms[at.first] == "between" and (
        page.forms[at.first - 1] in being or page.forms[at.first - 1] == "were"
    ):
        return all(page.tags[word] in ("ADP", "NUM", "CCONJ") for word in range(*at))
    line = page.line(page.sentence[at.first])
    alone = at.last - at.first == 1 and page.tags[at.first] == "NUM"
    return alone and after_ages(line.forms, at.first - page.bounds[page.sentence[at.first]].first - 1)


def _are_ages(page: Page, at: Stretch) -> bool:
    """Whether words are but numbers behind "ages", or behind a comma as many as the people before it: "two girls, [15
    and 16]"."""
    forms = page.forms[slice(*at)]
    if forms[0] in section("numbers", "traps")["ages"]:
        return forms[1:2] != [] and forms[1].isdigit()
    ages = [form for form in forms if form.isdigit()]
    whom = page.child(at.first - 2, "nummod") if page.forms[at.first - 1] == "," else None
    listed = len(ages) > 1 and all(form in (*ages, ",", "and") for form in forms)
    return listed and whom is not None and len(ages) == section("numbers", "cardinals").get(page.forms[whom])
