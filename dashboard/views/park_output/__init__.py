"""What the page 园区产出 shows beyond the kinds of every page."""
