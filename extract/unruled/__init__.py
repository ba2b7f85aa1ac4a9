"""Lines of a page without rules -> tables, by the white space between words: of figures (`aligned`), of words (`worded`)."""
