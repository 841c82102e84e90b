"""What the page 三张清单 shows beyond the kinds of every page."""
