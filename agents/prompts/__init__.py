"""What language models are asked, one file a place that asks."""
