"""What Word documents and spreadsheets share: the package, its elements, number formats, native charts."""
