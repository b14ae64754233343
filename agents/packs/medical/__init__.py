"""The Human Phenotype Ontology: what people with rare diseases have, and which genes are behind it."""
