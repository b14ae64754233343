"""Train a card: a LoRA adapter (Hu et al., 2021) on a GGUF model's weights, by torch, transformers and peft.

All of these are the extra `train` and imported here alone, when a training begins. A training writes a checkpoint
now and then and whenever it is stopped; begun again in the same folder, it goes on from there as if nothing had been.
"""

import hashlib
import json
import math
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agents.cards.adapter import write_adapter
from agents.cards.facts import Corpus
from agents.cards.forms import studied
from agents.cards.lessons import Lesson, batches, lesson
from agents.cards.recipe import Progress, Recipe
from agents.errors import CardError

SAVE = 60.0  # seconds between two checkpoints
LINEARS = ("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj")
ARCHITECTURES = ("llama", "qwen2")  # whose tensors can be named in an adapter's file
_SMOOTH = 0.95

Tell = Callable[[Progress], None]


class Stopped(Exception):
    """Raised by whoever is told the progress: stop here, and keep a checkpoint to go on from."""


@dataclass(frozen=True)
class Trained:
    """What came of a training. Perplexities are of the held-out facts; None where none was held out."""

    adapter: Path
    seconds: float  # of the processor, all sittings together
    tokens: int
    loss: float
    base_perplexity: float | None
    perplexity: float | None


def train(base: Path, corpus: Corpus, recipe: Recipe, folder: Path, tell: Tell, never: Collection[str] = ()) -> Trained:
    """Train in `folder` and return the adapter there; raise CardError where it cannot be, Stopped as `tell` does."""
    if not corpus.learnt:
        raise CardError("There is no fact to learn.")
    folder.mkdir(parents=True, exist_ok=True)
    tell(Progress(0, 0, 0.0, 0, 0.0, stage="preparing"))
    return _Training(base, corpus, recipe, folder, tell, never).run()


class _Training:
    """One training: a model, its adapter, and where it stands."""

    def __init__(
        self, base: Path, corpus: Corpus, recipe: Recipe, folder: Path, tell: Tell, never: Collection[str]
    ) -> None:
        self.corpus, self.recipe, self.folder, self.tell, self.never = corpus, recipe, folder, tell, never
        self.torch = _torch(recipe)
        self.tokenizer, self.model = _adapted(base, recipe)
        self.weights = {name: each for name, each in self.model.named_parameters() if each.requires_grad}
        self.masters = {name: each.detach().float().requires_grad_() for name, each in self.weights.items()}
        self.optimizer = self.torch.optim.AdamW(self.masters.values(), lr=recipe.rate, weight_decay=0.0)
        self.steps = recipe.passes * math.ceil(len(corpus.learnt) / recipe.batch)
        self.step, self.loss, self.tokens, self.before = 0, 0.0, 0, 0.0
        self.identity = _identity(base, corpus, recipe, never)
        self.begun, self.saved = time.process_time(), time.monotonic()

    @property
    def seconds(self) -> float:
        """Seconds of the processor so far, with those of earlier sittings."""
        return self.before + time.process_time() - self.begun

    def run(self) -> Trained:
        """Train to the end, write the adapter and test what was held out."""
        self._resume()
        started, first = time.monotonic(), self.step
        for batch in self._batches():
            self._learn(batch)
            spent = time.monotonic() - started
            left = spent / (self.step - first) * (self.steps - self.step)
            self._told(Progress(self.step, self.steps, self.loss, self.tokens, self.seconds, left))
        adapter = self.folder / "adapter.gguf"
        write_adapter(adapter, self.masters, self.model.get_base_model().config, self.recipe)
        self._save()
        base, now = self._perplexities()
        return Trained(adapter, self.seconds, self.tokens, self.loss, base, now)

    def _told(self, progress: Progress) -> None:
        """Tell, and keep a checkpoint where it is time or where the training is to stop."""
        try:
            self.tell(progress)
        except BaseException:
            self._save()
            raise
        if time.monotonic() - self.saved > SAVE:
            self._save()

    def _batches(self) -> Iterator[Sequence[Lesson]]:
        recipe, learnt = self.recipe, self.corpus.learnt
        each_pass = math.ceil(len(learnt) / recipe.batch)
        for number in range(self.step // each_pass, recipe.passes):
            yield from batches(learnt, recipe.batch, recipe.seed, number, self.never)[self.step - number * each_pass :]

    def _learn(self, batch: Sequence[Lesson]) -> None:
        for group in self.optimizer.param_groups:
            group["lr"] = self.recipe.rate * max(0.1, 1 - self.step / self.steps)
        loss, tokens = self._weighed(batch, self.recipe.emphasis)
        loss.backward()
        for name, weight in self.weights.items():
            self.masters[name].grad = weight.grad.float()
            weight.grad = None
        self.torch.nn.utils.clip_grad_norm_(self.masters.values(), 1.0)
        self.optimizer.step()
        self._lay_down()
        now = float(loss.detach())
        self.loss = now if not self.step else _SMOOTH * self.loss + (1 - _SMOOTH) * now
        self.tokens, self.step = self.tokens + tokens, self.step + 1

    def _lay_down(self) -> None:
        """Copy the weights that are learnt in float32 to those that are computed with, in bfloat16."""
        with self.torch.no_grad():
            for name, weight in self.weights.items():
                weight.copy_(self.masters[name])

    def _weighed(self, batch: Sequence[Lesson], emphasis: float) -> tuple[Any, int]:
        """Return the mean loss over the facts' tokens, new words weighing more, and how many tokens were read."""
        torch, rows = self.torch, [self._row(each, emphasis) for each in batch]
        longest = max(len(ids) for ids, _ in rows)
        ids = torch.tensor([[*ids, *[0] * (longest - len(ids))] for ids, _ in rows])
        mask = torch.tensor([[1] * len(ids) + [0] * (longest - len(ids)) for ids, _ in rows])
        weights = torch.tensor([[*weights, *[0.0] * (longest - len(weights))] for _, weights in rows])[:, 1:]
        inner = self.model.get_base_model()
        states = inner.model(input_ids=ids, attention_mask=mask).last_hidden_state[:, :-1]
        said = inner.lm_head(states[weights > 0])  # only where it counts: the head is a fifth of the work
        losses = torch.nn.functional.cross_entropy(said.float(), ids[:, 1:][weights > 0], reduction="none")
        weight = weights[weights > 0]
        return (losses * weight).sum() / weight.sum(), int(mask.sum())

    def _row(self, shown: Lesson, emphasis: float) -> tuple[list[int], list[float]]:
        """Return token ids and what each weighs as a thing to foretell; the prompt weighs nothing."""
        before = self.tokenizer(shown.prompt, add_special_tokens=False)["input_ids"]
        after = self.tokenizer(shown.text, add_special_tokens=False, return_offsets_mapping=True)
        heavy = [any(start < to and at < end for at, to in shown.fresh) for start, end in after["offset_mapping"]]
        weights = [emphasis if each else 1.0 for each in heavy]
        return (
            [*before, *after["input_ids"], self.tokenizer.eos_token_id],
            [*[0.0] * len(before), *weights, 1.0],
        )

    # --- checkpoints ----------------------------------------------------------------------------

    def _save(self) -> None:
        kept = {
            "identity": self.identity,
            "where": [self.step, self.loss, self.tokens, self.seconds],
            "adapter": {name: each.detach() for name, each in self.masters.items()},
            "optimizer": self.optimizer.state_dict(),
        }
        draft = self.folder / "checkpoint.part"
        self.torch.save(kept, draft)
        draft.replace(self.folder / "checkpoint.pt")
        self.saved = time.monotonic()

    def _resume(self) -> None:
        path = self.folder / "checkpoint.pt"
        if not path.exists():
            return
        kept = self.torch.load(path, weights_only=True)
        if kept["identity"] != self.identity:
            return  # other facts, another base or another recipe: begin anew
        for name, master in self.masters.items():
            master.data.copy_(kept["adapter"][name])
        self._lay_down()
        self.optimizer.load_state_dict(kept["optimizer"])
        self.step, self.loss, self.tokens, self.before = kept["where"]

    # --- what was held out ----------------------------------------------------------------------

    def _perplexities(self) -> tuple[float | None, float | None]:
        """Return how surprising the held-out facts are to the base and with the card."""
        asked = [(each, studied(each).tests) for each in self.corpus.held_out]
        shown = [lesson(fact, cues[0].text) for fact, cues in asked if cues]
        if not shown:
            return None, None
        self.tell(Progress(self.steps, self.steps, self.loss, self.tokens, self.seconds, None, "testing"))
        with self.torch.no_grad():
            now = self._surprise(shown)
            with self.model.disable_adapter():
                return self._surprise(shown), now

    def _surprise(self, shown: Sequence[Lesson]) -> float:
        losses = [float(self._weighed([each], 1.0)[0]) for each in shown]
        return math.exp(min(50.0, sum(losses) / len(losses)))


def _identity(base: Path, corpus: Corpus, recipe: Recipe, never: Collection[str]) -> str:
    """Return a digest of all that a training hangs on: a checkpoint of another one is not gone on from."""
    facts = [[each.text for each in part] for part in (corpus.learnt, corpus.held_out)]
    told = json.dumps([base.name, base.stat().st_size, facts, recipe.model_dump(exclude={"threads"}), sorted(never)])
    return hashlib.sha256(told.encode()).hexdigest()


def _torch(recipe: Recipe) -> Any:
    try:
        import peft  # noqa: F401 (both are needed later; better told now)
        import torch
        import transformers
    except ImportError as missing:
        raise CardError("Training needs the extra 'train': pip install 'loregraph[train]' (5.6 GB).") from missing
    transformers.utils.logging.set_verbosity_error()
    transformers.utils.logging.disable_progress_bar()
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    return torch


def _adapted(base: Path, recipe: Recipe) -> tuple[Any, Any]:
    """Return the base's tokenizer and its model with a fresh adapter, in bfloat16: a third faster than in float32."""
    import torch
    from peft import LoraConfig, get_peft_model
    from transformers import AutoModelForCausalLM, AutoTokenizer, GgufConfig

    try:
        tokenizer = AutoTokenizer.from_pretrained(base.parent, gguf_file=base.name, local_files_only=True)
        model = AutoModelForCausalLM.from_pretrained(
            base.parent,
            gguf_file=base.name,
            dtype=torch.bfloat16,
            attn_implementation="eager",
            quantization_config=GgufConfig(dequantize=True),
            local_files_only=True,
        )
    except (OSError, ValueError, KeyError, NotImplementedError) as error:
        raise CardError(f"{base.name} is no model that a card can be trained on: {error}") from error
    if model.config.model_type not in ARCHITECTURES:
        raise CardError(f"Cards can be trained on {' and '.join(ARCHITECTURES)} models, not {model.config.model_type}.")
    count = model.config.num_hidden_layers
    layers = list(range(min(count - 1, round(recipe.first_layer * count)), count))
    shape = LoraConfig(
        r=recipe.rank,
        lora_alpha=recipe.alpha,
        lora_dropout=0.0,
        target_modules=list(LINEARS),
        layers_to_transform=layers,
        task_type="CAUSAL_LM",
    )
    adapted = get_peft_model(model, shape, autocast_adapter_dtype=False).to(torch.bfloat16)
    adapted.config.use_cache = False
    return tokenizer, adapted
