"""Loregraph's engine: it understands a question, queries a knowledge graph and words what it found.

It runs without a web framework. Importing this package costs nothing; import the module you need.
"""
