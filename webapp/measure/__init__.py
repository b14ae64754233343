"""Measuring: how well a graph is answered, told by questions whose answers are known."""
