"""Where knowledge comes from beside the graph: documents, cards, models; what of it is kept, and who is believed."""
