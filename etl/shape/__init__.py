"""A sheet of several tables, or of cards → tables as the blank forms have them, each cell with its place in the sheet."""
