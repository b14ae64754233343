"""How fast Loregraph loads and answers, measured on the medical graph: `make bench`."""
