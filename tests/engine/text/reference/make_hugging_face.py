"""Makes ``hugging_face.json``.  It needs the package tokenizers, which the tests do not.

    python -m venv env && env/bin/pip install tokenizers
    env/bin/python tests/engine/text/reference/make_hugging_face.py

By a name each: what ``Tokenizer.to_str`` writes, and the tokens and ids that it makes of `TEXTS`.
"""

from __future__ import annotations

import json
from pathlib import Path

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers

TEXTS = [
    "The film was unbelievably good!", "It's Éric's FILM; straße—zero-sum…", "", "  ",
    "이 영화 정말 좋아요. 최고!", "中文 and film,film", "a\tb\nc\u00a0d\u200be\u3000f", "good" * 40,
    "ﬁlm №1 ½ Ａ", "don't stop_now 3.14",
]  # fmt: skip
HERE = Path(__file__).parent
N, P = normalizers, pre_tokenizers
CASES = {
    "bert": ("WordPiece", N.BertNormalizer(), P.BertPreTokenizer()),
    "bert cased": ("WordPiece", N.BertNormalizer(lowercase=False), P.BertPreTokenizer()),
    "bert accents kept": ("WordPiece", N.BertNormalizer(strip_accents=False), P.BertPreTokenizer()),
    "piece": ("WordPiece", N.Lowercase(), P.Whitespace()),
    "level": ("WordLevel", N.Sequence([N.NFD(), N.StripAccents(), N.Lowercase()]), P.Whitespace()),
    "level at spaces": ("WordLevel", None, P.WhitespaceSplit()),
    "level with marks": ("WordLevel", N.NFKC(), P.Sequence([P.WhitespaceSplit(), P.Punctuation()])),
}


def main() -> None:
    """Write everything."""
    made = {}
    for name, (kind, normalizer, parter) in CASES.items():
        tokenizer = Tokenizer(getattr(models, kind)(unk_token="[UNK]"))
        if normalizer is not None:
            tokenizer.normalizer = normalizer
        tokenizer.pre_tokenizer = parter
        trainer = getattr(trainers, f"{kind}Trainer")(
            vocab_size=90, special_tokens=["[PAD]", "[UNK]"]
        )
        tokenizer.train_from_iterator(TEXTS[:6] + TEXTS[9:], trainer)
        encoded = [tokenizer.encode(text, add_special_tokens=False) for text in TEXTS]
        made[name] = {
            "file": json.loads(tokenizer.to_str()),
            "made": [[one.tokens, one.ids] for one in encoded],
        }
    bpe = Tokenizer(models.BPE(vocab={"a": 0}, merges=[]))
    made["BPE"] = {"file": json.loads(bpe.to_str()), "made": []}
    content = {"texts": TEXTS, "cases": made}
    (HERE / "hugging_face.json").write_text(json.dumps(content, separators=(",", ":")))


if __name__ == "__main__":
    main()
