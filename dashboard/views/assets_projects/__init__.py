"""What the page 资产盘活与项目 shows beyond the kinds of every page."""
