"""自助分析: any metrics by area, period and one dimension → a table and the pictures that fit it."""
