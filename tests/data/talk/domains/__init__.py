"""What is said over each small graph, with the answers computed on its tables."""
