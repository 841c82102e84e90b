"""What 片区 have sent upward → the views of the page of the level above: sums, ranking, map, and who is missing."""
