"""What the language model cost, day by day, for all processes of the site together."""
