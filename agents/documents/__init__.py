"""Documents: files read to text, split into passages, indexed and searched."""
