"""What the page 就业人才 shows beyond the kinds of every page."""
