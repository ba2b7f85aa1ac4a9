"""A document -> its sections, and which service, directorate or other matter each is about."""
