"""The network: an encoder and its heads, every head one small layer on the words' first pieces.

Each group of heads sees its own learned mix of the encoder's layers (Peters et al. 2018, "scalar mix"). Trees are
scored by deep biaffine attention (Dozat & Manning 2017); spans by a start, an end and their product ("efficient
global pointer", Su et al. 2022), so that spans of one kind may nest and others may overlap them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import BertModel

from standoff.reading.cases import CASES
from training.corpora import (
    ATTRIBUTION,
    CERTAINTIES,
    ENTITIES,
    EVENT_TYPES,
    MUC,
    POLARITIES,
    REALES,
    RELATIONS,
    SLOTS,
    UPOS,
)
from training.mpnet import Mpnet, mpnet
from training.tokenizer import encoder_folder

ARC, RELATION, LINK, SPAN, EVENT, FACT = 192, 192, 96, 64, 48, 96
ENTITY_WORDS, SLOT_WORDS = (
    20,
    24,
)  # longest spans looked for, in words: of the corpora's, 1.4 % and 0.1 % are longer
DISTANCES = 160
MANNER = len(POLARITIES) + len(CERTAINTIES) + len(REALES)

# Slots that share one start-end product: parties and things, numbers of people, where and when, phrases.
SLOT_GROUPS = {
    **dict.fromkeys("actor affiliation target weapon claimant suspect".split(), 0),
    **dict.fromkeys(
        "actor_count target_count killed injured unharmed missing captive freed arrested displaced".split(), 1
    ),
    **dict.fromkeys(("place", "time"), 2),
    **dict.fromkeys("motive charge sentence damage response status observation".split(), 3),
}


class Dropout(nn.Module):
    """Dropout whose masks are cut at random from one pool of random bytes: drawing anew takes longer than a layer."""

    pool = torch.randint(0, 256, (1 << 24,), dtype=torch.uint8, generator=torch.Generator().manual_seed(1))

    def __init__(self, share: float) -> None:
        super().__init__()
        self.p = share  # named as in torch: transformers reads it

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.p:
            return x
        at = int(torch.randint(len(self.pool) - x.numel(), ()))
        kept = self.pool[at : at + x.numel()].view(x.shape) >= round(256 * self.p)
        return x * kept.to(x.dtype).mul_(1.0 / (1.0 - self.p))


class Mix(nn.Module):
    """A learned weighted mean of word pieces and the encoder's layers, then dropout."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.linspace(-2.0, 1.0, layers))
        self.dropout = Dropout(0.25)


def mix(mixes: Sequence[Mix], layers: Tensor) -> list[Tensor]:
    """What each mix makes of layers [L, B, W, D], all in one product: [B, W, D] each."""
    shares = torch.stack([each.weights.softmax(0) for each in mixes])
    mixed = (shares.to(layers.dtype) @ layers.flatten(1)).float().view(-1, *layers.shape[1:])
    return [each.dropout(one) for each, one in zip(mixes, mixed, strict=True)]


class Spans(nn.Module):
    """Scores every stretch of words for every label: product of start and end, plus a start, end and length bias."""

    def __init__(self, width: int, groups: list[int], low: float = -2.0) -> None:
        super().__init__()
        self.register_buffer("groups", torch.tensor(groups), persistent=False)
        self.count = max(groups) + 1
        self.query = nn.Linear(width, self.count * SPAN)
        self.key = nn.Linear(width, self.count * SPAN)
        self.start = nn.Linear(width, len(groups))
        self.end = nn.Linear(width, len(groups))
        self.length = nn.Parameter(torch.zeros(len(groups), DISTANCES))
        nn.init.constant_(self.start.bias, low)

    def by_label(self, scores: Tensor) -> Tensor:
        """[B, groups, …] to [B, labels, …]."""
        return scores if self.count == len(self.groups) else scores[:, self.groups]

    def product(self, words: Tensor) -> Tensor:
        """[B, W, D] to [B, groups, W, W]."""
        b, w, _ = words.shape
        query = self.query(words).view(b, w, self.count, SPAN).permute(0, 2, 1, 3)
        key = self.key(words).view(b, w, self.count, SPAN).permute(0, 2, 3, 1)
        return (query @ key) / SPAN**0.5

    def forward(self, words: Tensor) -> Tensor:
        """[B, W, D] to [B, labels, W, W], start by end."""
        place = torch.arange(words.shape[1])
        apart = (place[None] - place[:, None]).clamp(0, DISTANCES - 1)
        start = self.start(words).transpose(1, 2)[..., None]
        end = self.end(words).transpose(1, 2)[:, :, None]
        return self.by_label(self.product(words)) + start + end + self.length[:, apart]

    def near(self, words: Tensor, longest: int) -> Tensor:
        """[B, W, D] to [B, labels, W, longest], start by words after it; stretches of more words have no score."""
        b, w, _ = words.shape
        last = (torch.arange(w)[:, None] + torch.arange(longest)[None]).clamp(max=w - 1)
        band = self.product(words).gather(3, last[None, None].expand(b, self.count, -1, -1))
        start = self.start(words).transpose(1, 2)[..., None]
        end = self.end(words).transpose(1, 2)[:, :, last]
        return self.by_label(band) + start + end + self.length[:, None, :longest]


class Biaffine(nn.Module):
    """x W y + u y."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.product = nn.Parameter(torch.zeros(1, width, width))
        self.bias = nn.Parameter(torch.zeros(1, width))
        nn.init.normal_(self.product, std=0.02)

    def forward(self, low: Tensor, high: Tensor) -> Tensor:  # [B, W, W]
        return (low @ self.product[0]) @ high.transpose(1, 2) + (high * self.bias[0]).sum(-1)[:, None]


class Deep(nn.Module):
    """One more self-attention layer over a row's words, learned with claims; begins as the identity."""

    def __init__(self, width: int, heads: int = 8) -> None:
        super().__init__()
        self.heads = heads
        self.first, self.second = nn.LayerNorm(width), nn.LayerNorm(width)
        self.mixed, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 2 * width), nn.Linear(2 * width, width)
        self.dropout = Dropout(0.2)
        for last in (self.out, self.down):
            nn.init.zeros_(last.weight)
            nn.init.zeros_(last.bias)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:  # [B, W, D], [B, W]
        b, w, d = x.shape
        mixed = self.mixed(self.first(x)).view(b, w, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        scores = mixed[0] @ mixed[1].transpose(2, 3) / (d // self.heads) ** 0.5
        scores = scores + (1.0 - mask[:, None, None].float()) * -1e4
        seen = (scores.softmax(-1) @ mixed[2]).transpose(1, 2).reshape(b, w, d)
        x = x + self.dropout(self.out(seen))
        return x + self.dropout(self.down(nn.functional.gelu(self.up(self.second(x)))))


def _replace_dropout(module: nn.Module) -> None:
    for name, child in module.named_children():
        if isinstance(child, nn.Dropout):
            setattr(module, name, Dropout(child.p))
        else:
            _replace_dropout(child)


def silent(width: int) -> nn.Linear:
    """A square layer that says nothing yet."""
    made = nn.Linear(width, width)
    nn.init.zeros_(made.weight)
    nn.init.zeros_(made.bias)
    return made


def layer(width: int, inner: int, dropout: float = 0.25) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, inner), nn.GELU(), Dropout(dropout))


@dataclass
class Views:
    """Words as each group of heads sees them, [B, W, D]."""

    syntax: Tensor
    attribution: Tensor
    claims: Tensor


def minilm() -> BertModel:
    """MiniLM; what BERT keeps for the two texts of a pair says here how a word is set: its pieces are all small."""
    made = BertModel.from_pretrained(str(encoder_folder()), add_pooling_layer=False)
    one = made.embeddings.token_type_embeddings.weight[:1]
    made.embeddings.token_type_embeddings = nn.Embedding.from_pretrained(
        one.detach().repeat(CASES, 1), freeze=False
    )
    made.embeddings.word_embeddings.weight.requires_grad_(False)
    return made


def encode(bert: BertModel, ids: Tensor, cases: Tensor, mask: Tensor) -> list[Tensor]:
    """The word pieces and every layer, [B, P, D] each.

    BERT written out: what it computes in bfloat16 stays so, where autocast and the library's own code go to float and
    back around every sum and softmax, which takes longer than the products.
    """
    table = bert.embeddings
    place = torch.arange(ids.shape[1])[None]
    x = table.word_embeddings(ids) + table.position_embeddings(place) + table.token_type_embeddings(cases)
    x = table.dropout(table.LayerNorm(x))
    if torch.is_autocast_enabled("cpu"):
        x = x.bfloat16()
    bias = (1.0 - mask[:, None, None].float()) * -1e4
    if isinstance(bert, Mpnet):
        bias = bias + bert.distance_bias(ids.shape[1])
    seen = [x]
    for one in bert.encoder.layer:
        own, out, last = one.attention.self, one.attention.output, one.output
        b, p, d = x.shape
        heads, wide = own.num_attention_heads, own.attention_head_size
        query, key, value = (
            part(x).view(b, p, heads, wide).transpose(1, 2) for part in (own.query, own.key, own.value)
        )
        with torch.autocast("cpu", enabled=False):
            scores = (query * wide**-0.5) @ key.transpose(2, 3)
            mixed = (scores + bias.to(scores.dtype)).softmax(-1) @ value
        x = out.LayerNorm(out.dropout(out.dense(mixed.transpose(1, 2).reshape(b, p, d))) + x)
        inner = nn.functional.gelu(one.intermediate.dense(x))
        x = last.LayerNorm(last.dropout(last.dense(inner)) + x)
        seen.append(x)
    return seen


class Network(nn.Module):
    """An encoder and every head."""

    def __init__(self, large: bool = False) -> None:
        super().__init__()
        self.quick = False  # run the encoder in bfloat16 outside of training too
        self.encoder: BertModel = mpnet() if large else minilm()
        _replace_dropout(self.encoder)
        width, layers = self.encoder.config.hidden_size, self.encoder.config.num_hidden_layers
        self.mix_syntax, self.mix_attribution, self.mix_claims = (Mix(layers + 1) for _ in range(3))
        self.upos = nn.Linear(width, len(UPOS))
        self.sentence = nn.Linear(width, 1)
        self.arc_low, self.arc_high, self.arc = layer(width, ARC), layer(width, ARC), Biaffine(ARC)
        # a relation is scored from the product, one by one, of what word and head say: a bilinear form of low rank, at
        # a tenth of the time of a full one (Kim et al. 2017, "Hadamard product for low-rank bilinear pooling")
        self.rel_low, self.rel_high = layer(width, RELATION), layer(width, RELATION)
        self.rel = nn.Linear(RELATION, len(RELATIONS))
        self.entities = Spans(width, [0] * len(ENTITIES))
        self.see_attribution = nn.Sequential(nn.Linear(width, width), nn.GELU(), Dropout(0.2))
        self.attribution = Spans(width, list(range(len(ATTRIBUTION))))
        self.link_low, self.link_high, self.link = layer(width, LINK), layer(width, LINK), Biaffine(LINK)
        self.deep_claims = Deep(width)
        # What the layer learned with claims finds is told to the other heads too: a seventh layer at a product's price.
        self.tell_syntax, self.tell_attribution = silent(width), silent(width)
        self.see_claims = nn.Sequential(nn.Linear(width, width), nn.GELU(), Dropout(0.3))
        self.slots = Spans(width, [SLOT_GROUPS[slot] for slot in SLOTS])
        # What the written reports mark more often, or in other lengths, than gold does: learned apart, not shipped.
        self.written_habit = nn.Parameter(torch.zeros(len(SLOTS), 1, SLOT_WORDS))
        self.type_start, self.type_end = (
            nn.Linear(width, len(EVENT_TYPES)),
            nn.Linear(width, len(EVENT_TYPES)),
        )
        self.manner_start, self.manner_end = nn.Linear(width, MANNER), nn.Linear(width, MANNER)
        self.event_start, self.event_end = nn.Linear(width, EVENT), nn.Linear(width, EVENT)
        self.event_bias = nn.Parameter(torch.zeros(1))
        self.muc = Spans(width, [0] * len(MUC))
        self.fact_low, self.fact = layer(width, FACT), nn.Linear(FACT, 1)

    def forward(
        self, ids: Tensor, cases: Tensor, mask: Tensor, word_pieces: Tensor, word_mask: Tensor
    ) -> Views:
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training or self.quick):
            layers = encode(self.encoder, ids, cases, mask)
        at = word_pieces[:, :, None].expand(-1, -1, layers[0].shape[2])
        words = torch.stack([each.gather(1, at) for each in layers])
        syntax, attribution, claims = mix((self.mix_syntax, self.mix_attribution, self.mix_claims), words)
        deep = self.deep_claims(claims, word_mask)
        return Views(
            syntax + self.tell_syntax(deep),
            self.see_attribution(attribution + self.tell_attribution(deep)),
            self.see_claims(deep),
        )
