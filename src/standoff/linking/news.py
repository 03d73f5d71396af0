"""The day of a report's news: of its main event, where that happened within a day and is told at once.

A town has two bombings in a week, and their reports share its name, its police chief and who claims both. What parts
them is that each gives the day of its own, while a report of an arrest or of a funeral, weeks later, has another day
for its news and tells that of the bombing beside it. Invariant: a function of the reading alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of
from standoff.linking.moments import days_told, ordinal
from standoff.linking.set_beside import sentence_of
from standoff.records import Reading, Time
from standoff.records.incidents import News
from standoff.settings import settings


def news_of(page: Page, reading: Reading, written: int | None) -> News | None:
    """The first day that is told of the happening by its own word, else the first that is told of the main event.

    ``None`` where that is not its news: of what goes on or follows another happening, or is long over when the report
    is ``written``.
    """
    rules = settings("linking", "linking")["news"]
    if written is None or not reading.events or reading.events[0].type not in rules["types"]:
        return None
    told = list(_told(page, reading))
    news = next((each for each in told if each.tied), next(iter(told), None))
    if news is None or not 0 <= news.last - news.first <= rules["widest_days"]:
        return None
    return news if -rules["early_days"] <= written - news.last <= rules["late_days"] else None


def recalled(page: Page, reading: Reading, news: News | None) -> frozenset[int]:
    """The sentences that tell of days before the news alone: "Last week a car bomb killed 17 at the market"; none where
    no word for what happened is told of the day of the news, which may then be that of an update."""
    if news is None or not news.tied:
        return frozenset()
    apart = settings("linking", "linking")["news"]["apart_days"]
    last: dict[int, int] = {}
    for claim in reading.claims:
        end = ordinal(claim.value.end) if isinstance(claim.value, Time) else None
        if end is not None and (number := sentence_of(page, claim)) >= 0:
            last[number] = max(end, last.get(number, end))
    return frozenset(number for number, end in last.items() if end <= news.first - apart)


def _told(page: Page, reading: Reading) -> Iterator[News]:
    """The times of the main event, in the order of the text, that are told to within a week."""
    main = reading.events[0]
    words = [top_of(page, at) for span in main.trigger if (at := page.stretch(span))]
    for claim in reading.claims:
        if (
            claim.event != main.id
            or not isinstance(claim.value, Time)
            or claim.polarity != "affirmed"
            or claim.realis not in ("actual", "ongoing")
        ):
            continue
        days, at = days_told(claim.value), page.stretch(claim.evidence[0])
        if days is not None and at:
            yield News(*days, any(_goes_with(page, at, word) for word in words))


def _goes_with(page: Page, time: Stretch, happening: int) -> bool:
    """Whether a time is told of the word for what happened, or of what that does or is done: "the bomb [went off] on
    Tuesday"; not of another verb of the sentence: "the wounded man died on Tuesday"."""
    between = range(*sorted((time.first, happening)))
    parted = settings("linking", "linking")["news"]["parted_by"]
    if page.sentence[time.first] != page.sentence[happening] or any(
        page.forms[at] in parted for at in between
    ):
        return False
    over = page.heads[top_of(page, time)]
    beside = all(page.tags[at] != "VERB" for at in between if at != happening)
    return beside or (over >= 0 and over in (happening, page.heads[happening]))
