"""A graph as text, in forms that `agents.loaders` reads back identical."""
