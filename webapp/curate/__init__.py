"""Deciding: what curators do to a graph, what others propose, and what came of both."""
