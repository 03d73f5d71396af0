"""What each group of heads is trained to lower, all on padded batches of one corpus."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import Batch
from training.corpora import ATTRIBUTION, CERTAINTIES, POLARITIES, REALES
from training.model import ENTITY_WORDS, SLOT_WORDS, Network, Views

LOW = -1e4
MANNERS = (len(POLARITIES), len(CERTAINTIES), len(REALES))


def within(mask: Tensor, longest: int | None = None) -> Tensor:
    """Which spans of words ``mask`` [B, W] are there: [B, 1, W, W] start by end, or [B, 1, W, longest]."""
    w = mask.shape[1]
    if longest is None:
        return (mask[:, :, None] & mask[:, None] & torch.ones(w, w, dtype=torch.bool).triu())[:, None]
    last = torch.arange(w)[:, None] + torch.arange(longest)[None]
    return (mask[:, last.clamp(max=w - 1)] & (last < w))[:, None]


def span_loss(scores: Tensor, gold: Tensor, valid: Tensor, unclear: Tensor | None = None) -> Tensor:
    """Zero-bounded log-sum-exp over spans, per row and label (Su et al. 2022, "ZLPR"): right ones up, others down.

    ``scores``, ``gold`` and ``unclear`` (neither right nor wrong) [B, labels, W, W or longest]; ``valid`` the spans
    that are there. No weights are needed however rare the right spans are.
    """
    b, labels = scores.shape[:2]
    if unclear is not None:
        valid = valid & ~unclear
        gold = gold & valid
    wrong = scores.masked_fill(gold | ~valid, LOW).flatten(2)
    right = (-scores).masked_fill(~gold, LOW).flatten(2)
    zero = scores.new_zeros(b, labels, 1)
    loss = torch.logsumexp(torch.cat((zero, wrong), -1), -1) + torch.logsumexp(
        torch.cat((zero, right), -1), -1
    )
    return loss.sum() / b


def soft_span_loss(scores: Tensor, told: Tensor, valid: Tensor, shifted: bool) -> Tensor:
    """Cross-entropy with the probability of each span in ``told`` [n, 5] (row, label, first, last word, probability);
    all other spans down, as in `span_loss`. ``shifted``: the last axis counts words after the first."""
    row, label, first, last = told[:, :4].long().T
    at = (row, label, first, last - first if shifted else last)
    known = torch.zeros(scores.shape, dtype=torch.bool)
    known[at] = True
    others = span_loss(scores, torch.zeros_like(known), valid, known)
    return others + functional.binary_cross_entropy_with_logits(
        scores[at], told[:, 4], reduction="sum"
    ) / len(scores)


def silver_loss(network: Network, views: Views, batch: Batch) -> Tensor:
    """How far the heads are from what teachers say: slots and their types, entities, attributions, trees."""
    silver = batch.silver or {}
    slots = network.slots.near(views.claims, SLOT_WORDS)
    loss = 0.5 * soft_span_loss(slots, silver["slots"], within(batch.mask, SLOT_WORDS), True)
    entities = network.entities.near(views.syntax, ENTITY_WORDS)
    loss = loss + 0.06 * soft_span_loss(entities, silver["entities"], within(batch.mask, ENTITY_WORDS), True)
    if len(silver["types"]):
        row, first, last = silver["types"][:, :3].long().T
        start, end = views.claims[row, first], views.claims[row, last]
        loss = loss + functional.cross_entropy(
            network.type_start(start) + network.type_end(end), silver["types"][:, 3:]
        )
        manner = network.manner_start(start) + network.manner_end(end)
        for scores, told in zip(
            manner.split(MANNERS, 1), silver["manner"][:, 3:].split(MANNERS, 1), strict=True
        ):
            loss = loss + 0.5 * functional.cross_entropy(scores, told)
    if len(silver["same"]):
        row, *bounds = silver["same"][:, :5].long().T
        one, other = (
            network.event_start(views.claims[row, first]) + network.event_end(views.claims[row, last])
            for first, last in (bounds[:2], bounds[2:])
        )
        near = (one * other).sum(1) / one.shape[1] ** 0.5 + network.event_bias
        loss = loss + 0.5 * functional.binary_cross_entropy_with_logits(near, silver["same"][:, 5])
    scores = network.attribution(views.attribution)
    loss = loss + soft_span_loss(scores, silver["attribution"], within(batch.mask), False)
    batch.links = silver["links"].long()
    return loss + 0.5 * link_loss(network, views, batch) + soft_syntax_loss(network, views, batch)


def soft_syntax_loss(network: Network, views: Views, batch: Batch) -> Tensor:
    """As `syntax_loss`, with the teachers' probabilities of heads, and relations weighted by how sure they are."""
    silver, seen = batch.silver or {}, views.syntax
    starts = torch.zeros(batch.mask.shape)
    starts[tuple(silver["starts"].long().T)] = 1.0
    row, word, tag, relation, head = silver["words"][:, :5].long().T
    loss = functional.cross_entropy(network.upos(seen[row, word]), tag)
    loss = loss + 0.5 * functional.binary_cross_entropy_with_logits(
        network.sentence(seen)[..., 0][batch.mask], starts[batch.mask]
    )
    arcs = network.arc(network.arc_low(seen), network.arc_high(seen)).masked_fill(
        ~same_sentence(starts, batch.mask), LOW
    )
    at = tuple(silver["heads"][:, :3].long().T)
    loss = loss - (silver["heads"][:, 3] * arcs.log_softmax(-1)[at]).sum() / len(row)
    relations = network.rel(network.rel_low(seen[row, word]) * network.rel_high(seen[row, head]))
    sure = silver["words"][:, 5]
    return loss + (sure * functional.cross_entropy(relations, relation, reduction="none")).mean()


def same_sentence(starts: Tensor, mask: Tensor) -> Tensor:
    """Which words share a sentence, [B, W, W]; ``starts`` [B, W] marks the first word of each."""
    sentence = starts.long().cumsum(1)
    return (sentence[:, :, None] == sentence[:, None]) & mask[:, None]


def syntax_loss(network: Network, views: Views, batch: Batch) -> Tensor:
    """Cross-entropy of tags, sentence starts, heads (within the sentence) and relations of the right heads."""
    seen, mask = views.syntax, batch.mask
    loss = functional.cross_entropy(network.upos(seen)[mask], batch.upos[mask])
    starts = network.sentence(seen)[..., 0][mask]
    loss = loss + 0.5 * functional.binary_cross_entropy_with_logits(starts, batch.starts[mask].float())
    arcs = network.arc(network.arc_low(seen), network.arc_high(seen))
    same = same_sentence(batch.starts, mask)
    loss = loss + functional.cross_entropy(arcs.masked_fill(~same, LOW)[mask], batch.heads[mask])
    low, high = network.rel_low(seen), network.rel_high(seen)
    heads = high.gather(1, batch.heads[..., None].expand_as(high))
    return loss + functional.cross_entropy(network.rel((low * heads)[mask]), batch.relations[mask])


def attribution_loss(network: Network, views: Views, batch: Batch) -> Tensor:
    """Spans of the three roles, and of the inner three where the corpus nests; their links to cues."""
    labels = len(ATTRIBUTION) if batch.nested else 3
    scores = network.attribution(views.attribution)[:, :labels]
    loss = span_loss(scores, batch.attribution[:, :labels], within(batch.mask))  # type: ignore[index]
    return loss + 0.5 * link_loss(network, views, batch)


def link_loss(network: Network, views: Views, batch: Batch) -> Tensor:
    """Cross-entropy of the cue that each source or content span belongs to, over the words of the row."""
    if not len(batch.links):
        return views.attribution.new_zeros(())
    scores = network.link(network.link_low(views.attribution), network.link_high(views.attribution))
    scores = scores.masked_fill(~batch.mask[:, None], LOW)
    row, low, high = batch.links.T
    return functional.cross_entropy(scores[row, low], high)


def fact_loss(network: Network, views: Views, batch: Batch) -> Tensor:
    """Event type, manner and event of the right slot spans, from their first and last words."""
    if not len(batch.facts):
        return views.claims.new_zeros(())
    row, first, last, kind, polarity, certainty, realis, event = batch.facts.T
    start, end = views.claims[row, first], views.claims[row, last]
    kinds = network.type_start(start) + network.type_end(end)
    loss = functional.cross_entropy(kinds, kind) + 0.5 * pooled_loss(kinds, kind, event)
    if batch.slots is None:  # MUC-4 says nothing of manner
        return loss + event_loss(network, start, end, batch.reports[row], event)
    manner = network.manner_start(start) + network.manner_end(end)
    for scores, gold in zip(manner.split(MANNERS, 1), (polarity, certainty, realis), strict=True):
        loss = loss + 0.5 * functional.cross_entropy(scores, gold)
    return loss + event_loss(network, start, end, batch.reports[row], event)


def pooled_loss(kinds: Tensor, kind: Tensor, event: Tensor) -> Tensor:
    """Cross-entropy of each event's type from all its spans together, as extraction sums them up."""
    count = int(event.max()) + 1
    size = torch.zeros(count).index_add(0, event, torch.ones(len(event)))
    pooled = torch.zeros(count, kinds.shape[1]).index_add(0, event, kinds) / size.clamp(min=1).sqrt()[:, None]
    gold = torch.zeros(count, dtype=torch.long).scatter(0, event, kind)
    return functional.cross_entropy(pooled[size > 0], gold[size > 0])


def event_loss(network: Network, start: Tensor, end: Tensor, report: Tensor, event: Tensor) -> Tensor:
    """Cross-entropy of whether two spans of one report belong to one event."""
    place = network.event_start(start) + network.event_end(end)
    near = place @ place.T / place.shape[1] ** 0.5 + network.event_bias
    pairs = (report[:, None] == report[None]).triu(1)
    if not pairs.any():
        return start.new_zeros(())
    same = (event[:, None] == event)[pairs].float()
    return 0.5 * functional.binary_cross_entropy_with_logits(near[pairs], same)


def loss_of(network: Network, batch: Batch) -> Tensor:
    """The sum of what the batch's corpus annotates."""
    views = network(batch.ids, batch.cases, batch.pieces_mask, batch.word_pieces, batch.mask)
    loss = views.syntax.new_zeros(())
    if batch.upos is not None:
        loss = loss + syntax_loss(network, views, batch)
    if batch.entities is not None:
        scores = network.entities.near(views.syntax, ENTITY_WORDS)
        loss = loss + 0.06 * span_loss(scores, batch.entities, within(batch.mask, ENTITY_WORDS))
    if batch.attribution is not None:
        loss = loss + attribution_loss(network, views, batch)
    if batch.silver is not None:
        loss = loss + silver_loss(network, views, batch)
    if batch.slots is not None:
        scores = network.slots.near(views.claims, SLOT_WORDS)
        if batch.written:
            scores = scores + network.written_habit
        near = within(batch.mask, SLOT_WORDS)
        loss = loss + 0.5 * span_loss(scores, batch.slots, near, batch.unclear)
        loss = loss + fact_loss(network, views, batch)
    if batch.muc is not None:
        near = within(batch.mask, SLOT_WORDS)
        loss = loss + 0.5 * span_loss(network.muc.near(views.claims, SLOT_WORDS), batch.muc, near)
        loss = loss + fact_loss(network, views, batch)
    if batch.certain is not None:
        row, word = batch.certain_at.T  # type: ignore[union-attr]
        scores = network.fact(network.fact_low(views.syntax[row, word]))[:, 0]
        loss = loss + 0.3 * functional.mse_loss(scores, batch.certain)
    return loss
