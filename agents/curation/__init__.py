"""What curators do to a graph, as changes: built from intentions, checked, told in words, taken back."""
