-- 一行是一类网格的负荷标准：户数下限与上限、人口上限；空格为不设标准
SELECT grid_kind, households_low, households_high, residents_high
FROM (
    VALUES
    ('综合', 300, 500, 2500),
    ('专属', NULL, NULL, 2500)
) AS bands (grid_kind, households_low, households_high, residents_high)
