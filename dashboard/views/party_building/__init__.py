"""What the page 组织建设 shows beyond the kinds of every page."""
