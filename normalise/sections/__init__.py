"""A document -> its sections (`outline`), and which service, directorate or other matter each is about."""
