"""How likely two reports tell of one incident, with the reasons: a logistic regression over `features`.

Invariant: symmetric; the score is a function of the two digests and the weights in ``data/linking.toml`` alone.
"""

from __future__ import annotations

import math

from standoff.linking.features import features
from standoff.records.incidents import Digest, Link, Reason
from standoff.settings import settings


def link(one: Digest, other: Digest) -> Link:
    """The link between two reports; its reasons are the features that are known, with their share of the score."""
    weights = settings("linking", "linking")["weights"]
    first, second = sorted((one, other), key=lambda digest: digest.report)
    total, reasons = weights["bias"], []
    for name, value, note in features(first, second):
        if value:
            reasons.append(Reason(name, weights[name] * value, note))
            total += weights[name] * value
    return Link(first.report, second.report, 1 / (1 + math.exp(-total)), tuple(reasons))
