"""Algorithms over a graph that go beyond a query: what comes before, what belongs together, what is likely."""
