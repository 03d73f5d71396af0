"""What reading has cost so far, and what of the answers was kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Cost:
    """Counts over all reports of one reader. Tokens are as the endpoint reports them, 0 where it does not;
    ``seconds`` are those of waiting for answers, with the pauses before a question is asked again.

    ``dropped`` counts what was left out by reason, as `Cost.drop` was told.
    """

    reports: int = 0
    requests: int = 0
    retries: int = 0
    prompt_tokens: int = 0
    answer_tokens: int = 0
    seconds: float = 0.0
    claims: int = 0
    dropped: Counter[str] = field(default_factory=Counter)

    def drop(self, reason: str, count: int = 1) -> None:
        """Count what is left out; the reason is words for people."""
        if count:
            self.dropped[reason] += count

    def settle(self, drafts: int, claims: int) -> None:
        """Count the drafts of one report that made no claim, since their words hold no value of their slot."""
        self.claims += claims
        self.drop("whose words hold no value", drafts - claims)

    def __str__(self) -> str:
        reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(self.dropped.items()))
        return (
            f"{self.reports} reports, {self.requests} requests ({self.retries} of them again), "
            f"{self.prompt_tokens} + {self.answer_tokens} tokens, {self.seconds:.1f} s; "
            f"{self.claims} claims kept, {self.dropped.total()} dropped"
            + (f" ({reasons})" if reasons else "")
        )
