"""Where graphs live: one protocol (`store`), its implementations and their compilers."""
