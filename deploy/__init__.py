"""What stands beside Loregraph where it is run: servers for development and CI."""
