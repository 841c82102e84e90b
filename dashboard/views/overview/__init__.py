"""What the page 总览 shows beyond the kinds of every page."""
