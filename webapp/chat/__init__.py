"""Asking: conversations, runs and the socket they are told on."""
