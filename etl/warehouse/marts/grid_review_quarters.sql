-- 一行是一个划定网格的一个季度；没有考评的季度，得分与等次为空
SELECT
    grid.area_code,
    period.quarter,
    report.score,
    report.grade = '红旗' AS has_red_flag,
    report.grade = '整改' AS must_improve,
    coalesce(report.origin, grid.origin) AS origin
FROM mart.area_profile AS grid
JOIN mart.reporting_quarters AS period ON period.dataset = 'grid_reviews'
LEFT JOIN core.grid_reviews AS report ON report.grid_code = grid.area_code AND report.quarter = period.quarter
WHERE grid.level = '网格'
ORDER BY period.quarter, grid.sort_order
