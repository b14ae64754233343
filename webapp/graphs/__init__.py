"""Graphs as people know them: who may read and load which, and how files become graph."""
