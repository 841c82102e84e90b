"""What the page 数据说明 shows beyond the kinds of every page."""
