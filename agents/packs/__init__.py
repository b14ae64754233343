"""One folder a domain: schema, reader, example and gold questions, licence."""
