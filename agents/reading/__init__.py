"""How a question is read against a graph that nobody prepared: links, words for schema, a chart of denotations."""
