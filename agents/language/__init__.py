"""Small embedded language tools: embeddings, parsing, matching, intents, phrasing."""
