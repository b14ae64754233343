"""Language models that write: one protocol, and whoever speaks it. The engine answers without any."""
