"""How far what somebody tells goes in the sentence of the telling: over the tag and to both ends.

The model finds that something is told and often only the part of it that is nearest to the cue. A sentence with one
telling is told whole: what stands before "X said", and what goes on after it.
Invariant: words that another telling of the sentence holds stay with that one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from standoff.extraction.chains.acts import described_as, said_to_be
from standoff.extraction.chains.asides import whole_aside
from standoff.extraction.chains.cues import verbs, words
from standoff.extraction.chains.link import Link, inside
from standoff.extraction.grammar.clauses import noun_phrase
from standoff.extraction.grammar.page import Page, Stretch, compact
from standoff.extraction.grammar.quotations import CLOSING
from standoff.extraction.grammar.tags import RELATIVE, VERBS
from standoff.extraction.grammar.tree_paths import top_of
from standoff.extraction.values.set_against import rival_figures

_MARKS = frozenset((",", ";", "--", "–", "—"))
_LEAST = 3  # words before a tag: a word, a comma, a closing mark
_GAP = 2  # words between what is told and its tag: a comma, a closing quotation mark
_RANKED = 7  # words in which "in the country's worst" stands
_PERIOD = 5  # words in which "just a few days after" stands
_OPENING = 2  # words before "according", where it opens its sentence: "But according to ..."


def widen(page: Page, found: Sequence[Link]) -> None:
    """Lets the content of each tag and "according to" reach the ends of its sentence, where nobody else tells.

    ``marked`` keeps what the content was.
    """
    quoting: dict[int, list[Link]] = defaultdict(list)
    _as_others_tell(page, found)
    for link in found:
        link.content = _claimed_act(page, link) or _within_quotation(page, link)
        link.marked = _without_stop(page, link)
        for number in {page.quoted[word] for part in link.content for word in range(*part)} - {-1}:
            quoting[number].append(link)
    asides = [at for link in found if link.act == "denies" and (at := whole_aside(page, link.verb))]
    asides += [rival.whole for rival in rival_figures(page)]
    for link in found:
        link.content = _without_asides(link, asides)
        _take_quotation(page, link, quoting)
        _take_name(page, link)
        link.content = _within_relative(page, link, _without_dates(page, link))
        link.content = _to_end(page, link, found)
        _close(page, link, found)
    others = (link for link in found if link.told and page.relations[link.verb] != "acl")
    taken = {word for link in others for part in _held(link) for word in range(*part)}
    for link in found:
        for region in (
            *_regions(page, link, found),
            *_goes_on(page, link, found),
            *_before_clause(page, link),
        ):
            free = _free(link, region)
            if free is not None and taken.isdisjoint(range(*free)):
                link.content = _joined(link.content, free)
        link.content = _without_asides(link, asides)


def _as_others_tell(page: Page, found: Sequence[Link]) -> None:
    """Gives who is named behind "as" what somebody denies right before that, and no more: "the mayor denied [that
    troops had left], as parents allege"."""
    denials = [link for link in found if link.act == "denies"]
    for link in found if denials else ():
        begin = min((part.first for part in (*link.source, *link.cue)), default=0)
        if not link.told or not link.source or page.forms[begin - 1 : begin] != ["as"]:
            continue
        if any(part.last > begin for part in link.content):
            continue  # "denied it, as the army raised [the number]"
        end = begin - 1 - (page.forms[begin - 2] == ",")
        for denial in denials:
            ends = any(end <= part.last <= begin - 1 for part in denial.content)
            if ends and denial.verb < end and page.sentence[denial.verb] == page.sentence[link.verb]:
                link.content = denial.content


def _claimed_act(page: Page, link: Link) -> tuple[Stretch, ...]:
    """The act that a participle says somebody claims, and nothing else of its sentence: "gunmen killed ten in [an
    attack] claimed by Red Heron"."""
    noun = page.heads[link.verb]
    claimed = link.act == "claims" and page.relations[link.verb] == "acl" and link.source
    if not claimed or noun < 0 or page.child(link.verb, "nsubj", "obj") not in (None, link.head):
        return ()
    by = any(page.forms[part.first - 1] == "by" for part in link.source)
    return (Stretch(noun_phrase(page, noun).first, noun + 1),) if by and noun < link.verb else ()


def _within_quotation(page: Page, link: Link) -> tuple[Stretch, ...]:
    """What is told by a cue in a quotation, that quoted with it: who is quoted tells no more than he says."""
    number = page.quoted[link.verb]
    if number < 0:
        return link.content
    at = page.quotations[number]
    return compact([word for part in link.content for word in range(*part) if at.holds(word)]) or link.content


def _without_stop(page: Page, link: Link) -> tuple[Stretch, ...]:
    """What is told, without the full stop of the sentence that tells it, unless that is quoted too."""
    last = max((part.last for part in link.content), default=0) - 1
    own = last >= 0 and page.sentence[last] == page.sentence[link.verb]
    if not own or page.forms[last] != "." or page.quoted[last] >= 0:
        return link.content
    return compact([word for part in link.content for word in range(*part) if word != last]) or link.content


def _without_asides(link: Link, asides: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """What is told, but for the asides on it that another tells."""
    others = [at for at in asides if not at.holds(link.verb) and inside(link.content, at.first + 1)]
    if not others:
        return link.content
    told = (word for part in link.content for word in range(*part))
    return compact([word for word in told if not any(at.holds(word) for at in others)]) or link.content


def _take_quotation(page: Page, link: Link, quoting: Mapping[int, Sequence[Link]]) -> None:
    """Gives a tag the quotation that ends right before it in a comma, whoever else was read as saying it."""
    begin = min((part.first for part in (*link.source, *link.cue)), default=0)
    if begin < _LEAST or not link.told or not link.source or page.quoted[link.verb] >= 0:
        return
    number = page.quoted[begin - 1]
    if number < 0 or page.forms[begin - 2] != "," or page.forms[begin - 1] not in CLOSING | {'"'}:
        return
    if any(other.verb < link.verb and _share_source(other, link) for other in quoting.get(number, ())):
        return  # "X told them, adding that": X told them the quotation
    if any(_tells_first(page, other, link, number) for other in quoting.get(number, ())):
        return  # "A man said it was 'his', according to Y": Y tells that the man said so
    at = page.quotations[number]
    for other in quoting.get(number, ()):
        if other is not link and not at.holds(other.verb):
            rest = [word for part in other.content for word in range(*part) if not at.holds(word)]
            other.content = compact(rest)
    link.content = _joined(link.content, at)


def _take_name(page: Page, link: Link) -> None:
    """Gives a verb of naming or describing what it says that something is: "what police called [an accident]"."""
    cue = verbs().get(page.forms[link.verb])
    if cue is None or not link.told or not link.source or page.tags[link.verb] != "VERB":
        return
    for at in said_to_be(page, link.verb, cue):
        link.content = _joined(link.content, at)


def _tells_first(page: Page, other: Link, link: Link, quotation: int) -> bool:
    """Whether a tag tells of somebody who says a quotation before it in the sentence of both."""
    beside = page.sentence[other.verb] == page.sentence[link.verb]
    before = other.told and other.verb < page.quotations[quotation].first
    return other is not link and beside and before and inside(link.content, other.verb)


def _to_end(page: Page, link: Link, found: Sequence[Link]) -> tuple[Stretch, ...]:
    """What is told, all that the tree gives to an "according to" that opens its sentence, with who else tells there."""
    opens = (
        page.forms[link.verb] == "according"
        and link.verb - page.bounds[page.sentence[link.verb]].first < _OPENING
    )
    if (
        not opens
        or not link.told
        or not link.source
        or any(inside(other.content, link.verb) for other in found)
    ):
        return link.content
    stop = _next_account(page, link, found)
    wide = [part for part in link.wide if part.first > link.verb]
    if len(wide) == 1 == len(link.wide):
        return _joined(link.content, wide[0]._replace(last=min(wide[0].last, stop)))
    return link.content


def _next_account(page: Page, link: Link, found: Sequence[Link]) -> int:
    """The semicolon behind which another tells, who is not told of by a telling before it; else the sentence's end:
    "According to X, two men ran[;] the police say three did"."""
    last = page.bounds[page.sentence[link.verb]].last
    others = [other.verb for other in found if other.told and other.source and other is not link]
    marks = (word for word in range(link.verb, last) if page.forms[word] == ";")
    return next((mark for mark in marks if any(mark < verb < last for verb in others)), last)


def _share_source(one: Link, other: Link) -> bool:
    return one.told and any(part.meets(theirs) for part in one.source for theirs in other.source)


def _without_dates(page: Page, link: Link) -> tuple[Stretch, ...]:
    """What is told, without what a clause after the tag puts beside it in time, which the outlet knows."""
    if all(part.first > link.verb for part in link.content):
        return link.content
    return tuple(part for part in link.content if part.first < link.verb or not _sets_time(page, part))


def _within_relative(page: Page, link: Link, content: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """What is told in a clause on a noun, without what the sentence says after it: "a van that police say was stolen
    hit a wall"."""
    verb = link.verb
    if (named := _named_as(page, link)) is not None:
        kept = [word for part in content for word in range(*part) if not verb < word or word < named]
        return compact(kept) or content
    if page.relations[verb] != "acl" or page.tags[verb] != "VERB" or page.child(verb, "nsubj") is None:
        return content
    clause = page.subtree(verb)
    if not any(page.forms[word] in RELATIVE for word in clause if word < verb):
        return content
    last, end = max(clause) + 1, page.bounds[page.sentence[verb]].last
    kept = [word for part in content for word in range(*part) if not last <= word < end]
    return compact(kept) or content


def _named_as(page: Page, link: Link) -> int | None:
    """Where the name ends that a clause with "what" gives: "suffered what police called a slight wound | on Monday"."""
    begin = min((part.first for part in link.source), default=0)
    if begin == 0 or page.forms[begin - 1] != "what":
        return None
    at = described_as(page, link.verb)
    return at.last if at is not None else None


def _close(page: Page, link: Link, found: Sequence[Link]) -> None:
    """Lets a tag that closes its sentence hold all of it, who else tells there included: "X said roads closed, Y
    reported."."""
    at, tag = page.bounds[page.sentence[link.verb]], _tag(page, link)
    if not tag or page.forms[link.verb] == "according":
        return
    begin, end = min(part.first for part in tag), max(part.last for part in tag)
    closes = all(page.tags[word] == "PUNCT" and page.quoted[word] < 0 for word in range(end, at.last))
    if begin <= at.first or page.forms[begin - 1] != "," or not closes:
        return
    others = [other for other in found if at.first <= other.verb < begin and other.told and other.source]
    for other in others:
        other.content = compact(
            [word for part in other.content for word in range(*part) if not begin - 1 <= word < at.last]
        )
    if others:
        link.content = _joined(link.content, Stretch(at.first, begin - 1))


def _tag(page: Page, link: Link) -> list[Stretch]:
    """The source and cue of a telling in its sentence; nothing where they are no tag at all."""
    number = page.sentence[link.verb]
    at = Stretch(page.bounds[page.same_sentence(number)[0]].first, page.bounds[number].last)
    if not link.told or not link.source or link.labelled or page.quoted[link.verb] >= 0:
        return []
    return [part for part in (*link.source, *link.cue) if at.holds(part.first)]


def _joined(content: Sequence[Stretch], at: Stretch) -> tuple[Stretch, ...]:
    return compact(sorted({word for part in (*content, at) for word in range(*part)}))


def _held(link: Link) -> tuple[Stretch, ...]:
    return (*link.source, *link.cue, *link.content)


def _regions(page: Page, link: Link, found: Sequence[Link]) -> list[Stretch]:
    """The parts of its sentence that a telling may hold, where it is a tag or an "according to" at either end."""
    own = page.bounds[page.sentence[link.verb]]
    first, last = page.bounds[page.same_sentence(page.sentence[link.verb])[0]].first, own.last
    tag = _tag(page, link)
    if not tag:
        return []
    begin, end = min(part.first for part in tag), max(part.last for part in tag)
    if begin == first and page.forms[link.verb] != "according":
        return []
    after = Stretch(_next_mark(page, end, last), _next_account(page, link, found))
    if page.forms[link.verb] == "according" and link.verb - own.first < _OPENING:
        return [after]
    if not _is_tag(page, link, begin):
        return []
    if _sets_time(page, after) or _on_source(page, link, after, end):
        return [Stretch(first, begin)]
    clause = [part for part in link.wide if part.first == end]
    return [Stretch(first, begin), *(clause or [after])]


def _goes_on(page: Page, link: Link, found: Sequence[Link]) -> list[Stretch]:
    """The rest of the sentence after what is told, where it is a participle of it: "said that A fired, hurting two"."""
    if not link.told or not link.source or link.labelled or page.quoted[link.verb] >= 0:
        return []
    last = page.bounds[page.sentence[link.verb]].last
    ends = [part.last for part in link.content if link.verb < part.first < part.last < last - 1]
    if not ends:
        return []
    after = Stretch(max(ends), last)
    goes_on = page.forms[after.first] != "," and not any(after.holds(other.verb) for other in found)
    if goes_on and _is_of_clause(page, link, after):
        return [after]
    if page.forms[max(ends)] != ",":
        return []
    first = max(ends) + 1
    hangs = page.relations[first] in ("advcl", "parataxis") and inside(link.content, page.heads[first])
    joined = (
        page.tags[first] == "VERB" and page.forms[first].endswith("ing") and page.forms[first] not in verbs()
    )
    return [Stretch(first, last)] if hangs and joined else []


def _is_of_clause(page: Page, link: Link, after: Stretch) -> bool:
    """Whether all that a sentence says after what was read as told is of the clause that is told: "said that A was
    killed [by a grenade thrown from a car]", "said they had stopped the plot [and arrested two men]"."""
    kids = page.children[link.verb]
    clauses = [
        kid
        for kid in kids
        if page.relations[kid] == "ccomp" and link.verb < kid and inside(link.content, kid)
    ]
    if not clauses or _sets_time(page, after):
        return False
    if any(_tells_of_own_deeds(page, kid) for kid in clauses):
        clauses += [kid for kid in kids if page.relations[kid] == "conj" and page.child(kid, "nsubj") is None]
    end = after.last - 1 if page.tags[after.last - 1] == "PUNCT" else after.last
    return {word for kid in clauses for word in page.subtree(kid)}.issuperset(range(after.first, end))


def _tells_of_own_deeds(page: Page, clause: int) -> bool:
    """Whether who tells says of himself what he had done, so that what is joined to it is told as well, whatever the
    tree joins it to: "said [they] [had] stopped it"."""
    who = page.child(clause, "nsubj")
    had = any(page.relations[kid] == "aux" and page.forms[kid] == "had" for kid in page.children[clause])
    return had and who is not None and page.tags[who] == "PRON"


def _before_clause(page: Page, link: Link) -> list[Stretch]:
    """What a comma sets off between a cue and the clause that it tells: "police say around nine, two men ..."."""
    if (
        not link.told
        or not link.source
        or page.quoted[link.verb] >= 0
        or page.forms[link.verb] == "according"
    ):
        return []
    first = max(part.last for part in link.cue)
    after = min((part.first for part in link.content if part.first >= first), default=first)
    if after - first <= 1 or page.tags[first] not in ("ADP", "SCONJ") or page.forms[after - 1] != ",":
        return []
    apart = words("nouns", "talks") | words("nouns", "issued")
    told_how = any(page.forms[word] in apart or page.quoted[word] >= 0 for word in range(first, after))
    return (
        [] if told_how or page.forms[after] == "that" or page.quoted[after] >= 0 else [Stretch(first, after)]
    )


def _on_source(page: Page, link: Link, after: Stretch, end: int) -> bool:
    """Whether what stands after a tag is told of its source, or of the text that the source gave: "said Bly, who ...",
    "said in a statement sent from Ostrel, and signed by ..."."""
    texts = words("nouns", "talks") | words("nouns", "issued")
    of_text = any(page.forms[word] in texts for word in range(end, after.first))
    return of_text or (
        link.head is not None
        and end == after.first - 1
        and page.forms[after.first : after.first + 1] == ["who"]
    )


def _sets_time(page: Page, after: Stretch) -> bool:
    """Whether what stands after a tag only puts it beside what is known: "X said, hours after the truce ended", or "X
    said, as the toll rose to nine"."""
    first = next((word for word in range(*after) if page.forms[word] not in _MARKS), after.last)
    if page.forms[first : first + 1] == ["as"] and page.tags[first] == "SCONJ":
        return True
    periods, relations = words("grammar", "periods"), words("grammar", "beside_in_time")
    near = page.forms[after.first : min(after.first + _PERIOD, after.last)]
    return any(one in periods and other in relations for one, other in pairwise(near)) or _ranks(page, after)


def _ranks(page: Page, after: Stretch) -> bool:
    """Whether what stands after a tag says how a happening ranks: "X said, in the country's worst fire in years"."""
    first = next((word for word in range(*after) if page.forms[word] not in _MARKS), after.last)
    near = page.forms[first : min(first + _RANKED, after.last)]
    ranks = words("grammar", "ranks")
    return near[:1] == ["in"] and any(form in ranks or form.endswith("iest") for form in near)


def _is_tag(page: Page, link: Link, begin: int) -> bool:
    """Whether a clause that is told ends right before a cue and its source, or what a participle has done there: "two
    died, bringing [the toll to 29], X said"."""
    if begin == 0 or page.tags[begin - 1] == "SCONJ" or page.forms[begin - 1] == "as":
        return False
    if page.forms[link.verb] == "according" and page.forms[begin - 1] == ",":
        return True
    ends = [part for part in link.content if part.first < begin and begin - part.last <= _GAP]
    over = [page.heads[top_of(page, part)] for part in ends if page.forms[begin - 1] == ","]
    participle = any(
        page.forms[verb].endswith("ing") and page.relations[verb] == "advcl" for verb in over if verb >= 0
    )
    return participle or any(page.tags[word] in VERBS for part in ends for word in range(*part))


def _next_mark(page: Page, word: int, last: int) -> int:
    """The word after the next comma or the like: what stands before it says when or where it was told."""
    return next((at + 1 for at in range(word, last) if page.forms[at] in _MARKS), last)


def _free(link: Link, region: Stretch) -> Stretch | None:
    """The first words of a region that the link does not hold, up to the next that it holds."""
    held = (*link.source, *link.cue, *link.content)
    return next(iter(compact([word for word in range(*region) if not inside(held, word)])), None)
