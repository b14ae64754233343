"""The Loregraph site: people, pages, sockets."""
