"""Small graphs with questions, each with its own naming habit. `python -m tests.data.small.make` writes them."""
