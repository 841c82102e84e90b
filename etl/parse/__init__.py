"""Text of one cell → a value, or None where the text does not match the grammar; nothing here guesses."""
