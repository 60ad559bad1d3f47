"""Words cut into pieces as the encoder learned them, by SentencePiece with the vocabulary that the weights bring."""

from __future__ import annotations

from collections.abc import Sequence

from sentencepiece import SentencePieceNormalizer, SentencePieceProcessor
from sentencepiece.sentencepiece_model_pb2 import ModelProto

from pipeline.stages.align.tokens.packed import Packed

WRITTEN = "nmt_nfkc"  # how the model's texts were normalised; the rules are part of sentencepiece
UNIGRAM = 1
MASK = "<mask>"


class Pieces:
    """Cuts words into the rows of the encoder's vocabulary."""

    def __init__(self, packed: Packed) -> None:
        self._unknown = packed.unknown
        self._processor = SentencePieceProcessor(model_proto=model_of(packed))

    def of(self, words: Sequence[str]) -> list[list[int]]:
        """The pieces of each word, at least one."""
        found: list[list[int]] = self._processor.encode(list(words)) if words else []
        return [pieces or [self._unknown] for pieces in found]


def model_of(packed: Packed) -> bytes:
    """The vocabulary as a model file of SentencePiece."""
    one = ModelProto.SentencePiece
    pairs = zip(packed.pieces, packed.scores, strict=True)
    model = ModelProto(pieces=[one(piece=piece, score=score) for piece, score in pairs])
    for row in (packed.first, packed.last, packed.padding, packed.pieces.index(MASK)):
        model.pieces[row].type = one.CONTROL
    model.pieces[packed.unknown].type = one.UNKNOWN
    trained = model.trainer_spec
    trained.model_type = UNIGRAM
    trained.bos_id, trained.eos_id, trained.pad_id = packed.first, packed.last, packed.padding
    trained.unk_id = packed.unknown
    rules = ModelProto.FromString(SentencePieceNormalizer(rule_name=WRITTEN).serialized_model_proto())
    model.normalizer_spec.CopyFrom(rules.normalizer_spec)
    written: bytes = model.SerializeToString()
    return written
