"""How well cards and other sources know what they were made from; run where weights and the extra `train` are."""
