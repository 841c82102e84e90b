"""What the page 公开数据与核对 shows beyond the kinds of every page."""
