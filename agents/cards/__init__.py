"""Cards: small adapters, each trained on one domain or one graph, that stand on one language model as its knowledge."""
