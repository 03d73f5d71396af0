"""Which meaning of a place name is likeliest: by itself, by the phrase around it, by the report."""

from __future__ import annotations

from standoff.extraction.places.context import PlaceContext, spoken_region
from standoff.extraction.places.gazetteer import Kind, distance
from standoff.extraction.places.lexicon import Candidate, weight, words
from standoff.extraction.places.names import name_key
from standoff.extraction.places.phrases import Phrase, name_before_comma, told_kind
from standoff.extraction.places.priors import is_known_region, prior
from standoff.extraction.places.spans import Case, Mention, beside_names


def best_meaning(mention: Mention, phrase: Phrase, around: PlaceContext) -> tuple[Candidate, float] | None:
    """The meaning that fits the phrase and the report best, and its score; ``None`` when none is likely."""
    fixed = -weight("beside_names") if _is_beside(mention, phrase, around.case) else 0.0
    countries, regions = phrase.besides(mention), phrase.regions_besides(mention)
    kind, owner = told_kind(mention, phrase), name_before_comma(mention, phrase)
    own = frozenset(
        item.id for item in mention.candidates if item.kind is Kind.REGION and is_known_region(item)
    )
    best: tuple[float, int] | None = None
    for at, item in enumerate(mention.candidates):
        score = prior(item, mention.key) + fixed + _typed(item, kind) + _in_phrase(item, countries, regions)
        score += weight("told") if around.told.get(mention.key) == item.id else 0.0
        score += _from_town(item, regions, around)
        score += weight("market") if _in_market(item, around) else 0.0
        score += weight("chief_town") if item.kind is Kind.CITY and item.region in own else 0.0
        score += _in_report(item, around) + (weight("after_town") if _holds(item, owner) else 0.0)
        if best is None or score > best[0]:
            best = score, at
    if best is None or best[0] < weight("least"):
        return None
    item = mention.candidates[best[1]]
    if _ranks(mention, phrase, item) or _is_branch(mention, phrase, item):
        return None
    return None if any(rule(mention, phrase, item, around) for rule in _RULED_OUT) else (item, best[0])


def _is_strange_township(mention: Mention, phrase: Phrase, item: Candidate, around: PlaceContext) -> bool:
    """Whether a township is not of the report's own state: many have the name of a town elsewhere."""
    if words("townships").isdisjoint(phrase.keys[mention.last : mention.last + 1]):
        return False
    spoken = spoken_region(around)
    return spoken >= 0 and item.region != spoken


def _is_quarter(mention: Mention, phrase: Phrase, item: Candidate, around: PlaceContext) -> bool:
    """Whether a name is of a part of the report's town, and no town of it is near: "the city's Garfield section".

    A town that has a quarter is none: "Nairobi's diplomatic quarter".
    """
    if phrase.listed[mention.last - 1].endswith(("'s", "’s")):
        return False
    beside = {
        *phrase.keys[mention.last : mention.last + 2],
        *phrase.keys[max(0, mention.first - 2) : mention.first],
    }
    if around.town is None or not beside & words("quarters") or item.kind is not Kind.CITY:
        return False
    return distance(item.id, around.town.id) > weight("neighbour_km")


def _is_namesake(mention: Mention, phrase: Phrase, item: Candidate, around: PlaceContext) -> bool:
    """Whether a name is part of a thing's name, or its owner, and of a part of the world that the report does not speak
    of: "Jackson Park", "Austin Peay State University", "Jennings' home"."""
    following = phrase.listed[mention.last : mention.last + 4]
    owner = following[:1] in (("'",), ("’",))
    titled = any(word[:1].isupper() and name_key(word) in words("facilities") for word in following)
    housing = not words("housing").isdisjoint(name_key(word) for word in following[:2])
    spoken = around.regions.get(item.region, 0.0) >= weight("spoken_share")
    far = around.town is not None and distance(item.id, around.town.id) > weight("neighbour_km")
    small = item.kind >= Kind.DISTRICT and item.people < weight("large")
    return (owner or titled or housing) and small and (far or not spoken)


def _ranks(mention: Mention, phrase: Phrase, item: Candidate) -> bool:
    """Whether a continent or the like is only that among whose places another ranks: "Africa's largest city"."""
    owner = phrase.listed[mention.last - 1].endswith(("'s", "’s"))
    after = phrase.keys[mention.last : mention.last + 1]
    ranked = any(key == "most" or key.endswith("est") for key in after)
    return owner and ranked and item.listed is not None and not item.country


def _is_branch(mention: Mention, phrase: Phrase, item: Candidate) -> bool:
    """Whether a land is only what an office of somebody is for: "the bank's West Coast office"."""
    wide = item.listed is not None and item.kind is Kind.REGION
    owned = any(word.endswith(("'s", "’s")) for word in phrase.listed[: mention.first])
    return wide and owned and not words("branches").isdisjoint(phrase.keys[mention.last : mention.last + 1])


def _is_elsewhere(mention: Mention, phrase: Phrase, item: Candidate, around: PlaceContext) -> bool:  # noqa: ARG001
    """Whether the report puts a name in a state where the gazetteer knows none of it: "Eastgate, Ohio"."""
    state = around.lacking.get(mention.key)
    return state is not None and item.kind >= Kind.DISTRICT and item.region != state


_RULED_OUT = (_is_quarter, _is_namesake, _is_strange_township, _is_elsewhere)


def _is_beside(mention: Mention, phrase: Phrase, case: Case) -> bool:
    return case == "mixed" and mention.last - mention.first == 1 and beside_names(mention, phrase.listed)


def _in_phrase(item: Candidate, countries: frozenset[str], regions: frozenset[int]) -> float:
    """What the countries and regions in the phrase say of a meaning."""
    score = 0.0
    if countries and item.kind is not Kind.COUNTRY:
        score += weight("named_country") if item.country in countries else -weight("other_country")
    if item.kind > Kind.REGION and regions:
        score += weight("named_region") if item.region in regions else -weight("other_region")
    return score


def _in_report(item: Candidate, around: PlaceContext) -> float:
    """What the report says of a meaning: its countries and regions, and whether names are marked by case."""
    share = around.countries.get(item.country, 0.0)
    score = weight("report_country") * share + weight("report_region") * around.regions.get(item.region, 0.0)
    small = item.kind >= Kind.DISTRICT and item.people < weight("large")
    if (small or item.also) and around.countries and not share:
        score -= weight("unspoken_country")
    if small and around.case != "mixed" and share < weight("spoken_share"):
        score -= weight("plain_text")
    unspoken = around.regions.get(item.region, 0.0) < weight("spoken_share")
    if small and unspoken and not _in_market(item, around):
        score -= weight("unspoken_region") * max(around.regions.values(), default=0.0)
    return score + (weight("home") if item.country == around.home else 0.0)


def _from_town(item: Candidate, regions: frozenset[int], around: PlaceContext) -> float:
    """What the town that the report speaks of most says of a town of its country: near it, or small and far away."""
    if around.town is None or item.kind is not Kind.CITY or item.country != around.town.country:
        return 0.0
    km = distance(item.id, around.town.id)
    if km <= weight("neighbour_km"):
        return weight("neighbour")
    spoken = item.region in regions or around.regions.get(item.region, 0.0) >= weight("spoken_share")
    far = km >= weight("far_km") and item.people < weight("large") and not spoken
    return -weight("far_town") if far else 0.0


def _in_market(item: Candidate, around: PlaceContext) -> bool:
    """Whether a town lies where the outlet's readers live."""
    if around.outlet is None or item.kind is not Kind.CITY or item.country != around.outlet.country:
        return False
    return distance(item.id, around.outlet.id) <= weight("market_km")


def _typed(item: Candidate, told: str) -> float:
    if told == "region":
        return weight("typed") if item.kind in (Kind.REGION, Kind.DISTRICT) else -weight("typed") / 2
    return weight("typed") if told == "city" and item.kind is Kind.CITY else 0.0


def _holds(item: Candidate, owner: Mention | None) -> bool:
    """Whether a region or country holds some place of the name before it."""
    if owner is None or item.kind > Kind.REGION:
        return False
    if item.kind is Kind.COUNTRY:
        return any(inner.country == item.country for inner in owner.candidates)
    return any(inner.region == item.region and inner.id != item.id for inner in owner.candidates)
