"""What a person teaches in words, as changes that wait for a curator: wishes read from text, made into changes."""
