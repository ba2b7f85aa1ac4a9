"""Lists and lines of labels and figures -> figures: `entries` finds them, `figures` gives them their meaning."""
