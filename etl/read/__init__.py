"""A file as received → clean sheets of text cells, read in a child process that may fail without harm."""
