"""Tables, lists and sentences of words -> commitments with their progress, and comments."""
