"""Cards: small trained models that stand beside a graph as sources."""
