"""Weighing: which sources stand beside a graph, how they did, what is learnt of them, and which is believed."""
