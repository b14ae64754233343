"""Small language models for tests and local runs, read out of the Python packages that carry their weights."""
