"""What a 片区 may tell its superiors → one file; many such files → sums, and who is missing in each."""
