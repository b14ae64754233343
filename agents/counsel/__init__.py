"""What a run asks a language model, within its allowance, and how the model's word is checked."""
