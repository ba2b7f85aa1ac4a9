"""What people decide about names of services.

`crosswalk` reads an edited services.csv; `doubts` gathers the names that a person should look at, and `review` walks them; `listed`
matches a list of one's own; `reconcile` answers OpenRefine, and `server` carries the answers.
"""
