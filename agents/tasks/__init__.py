"""One kind of request a file: how it is planned, reasoned about and answered."""
