"""Files become graph: `load` drives, one reader a format."""
