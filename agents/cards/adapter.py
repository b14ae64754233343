"""A trained adapter as a GGUF file that llama.cpp loads (extra `train`)."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from agents.cards.recipe import Recipe

_NAMES = {
    "q_proj": "attn_q",
    "k_proj": "attn_k",
    "v_proj": "attn_v",
    "o_proj": "attn_output",
    "gate_proj": "ffn_gate",
    "up_proj": "ffn_up",
    "down_proj": "ffn_down",
}
_KEY = re.compile(r"layers\.(\d+)\.\w+\.(\w+_proj)\.lora_([AB])\.\w+\.weight$")


def write_adapter(path: Path, weights: Mapping[str, Any], config: Any, recipe: Recipe) -> None:
    """Write the weights of a peft adapter by their names; the file is there whole or not at all.

    llama.cpp keeps the rows of q and k of Llama models in another order (its rotary embedding turns neighbours,
    theirs halves), so B's rows are permuted alike; Qwen2's are not.
    """
    from gguf import GGUFWriter

    heads = {"q_proj": config.num_attention_heads, "k_proj": config.num_key_value_heads}
    draft = path.with_name(f"{path.name}.part")
    writer = GGUFWriter(draft, config.model_type)
    writer.add_string("general.type", "adapter")
    writer.add_string("adapter.type", "lora")
    writer.add_float32("adapter.lora.alpha", float(recipe.alpha))
    for key, value in weights.items():
        found = _KEY.search(key)
        if found is None:
            continue
        layer, linear, side = found.groups()
        rows = value.detach().float().cpu().numpy()
        if side == "B" and linear in heads and config.model_type == "llama":
            rows = _permuted(rows, heads[linear])
        writer.add_tensor(f"blk.{layer}.{_NAMES[linear]}.weight.lora_{side.lower()}", rows)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    draft.replace(path)


def _permuted(rows: Any, heads: int) -> Any:
    out, rank = rows.shape
    return rows.reshape(heads, 2, out // heads // 2, rank).swapaxes(1, 2).reshape(out, rank).copy()
