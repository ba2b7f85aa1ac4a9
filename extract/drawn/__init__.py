"""Charts that a page draws -> grids: columns, bars and slices, each number tied to its category or none of them."""
