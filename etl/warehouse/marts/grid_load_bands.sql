-- 一行是一类网格的负荷标准：户数下限与上限、人口上限；空格为不设标准
SELECT grid_kind, households_low, households_high, residents_high
FROM content.grid_load_bands
ORDER BY grid_kind DESC
