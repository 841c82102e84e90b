-- 一行是一个园区的一个季度；没有报来的季度，家数与面积沿用上一次上报，至多沿用三个季度，升规不沿用
WITH quarters AS (
    SELECT quarter, row_number() OVER (ORDER BY quarter) AS place
    FROM (SELECT DISTINCT quarter FROM core.park_pipeline) AS told
),

reports AS (
    SELECT
        report.*,
        quarters.place,
        lead(quarters.place) OVER (PARTITION BY report.area_code ORDER BY quarters.place) AS next_place
    FROM core.park_pipeline AS report
    JOIN quarters ON quarters.quarter = report.quarter
)

SELECT
    reports.area_code,
    quarters.quarter,
    quarters.place = reports.place AS has_report,
    reports.signed,
    reports.settled,
    reports.operating,
    reports.in_statistics,
    CASE WHEN quarters.place = reports.place THEN reports.newly_above_scale END AS newly_above_scale,
    -- Floor counts only where both sides are known.
    CASE WHEN reports.leased_m2 IS NOT NULL THEN reports.leasable_m2 END AS leasable_m2,
    CASE WHEN reports.leasable_m2 IS NOT NULL THEN reports.leased_m2 END AS leased_m2,
    reports.origin
FROM reports
JOIN quarters
    ON quarters.place >= reports.place
    AND quarters.place < coalesce(reports.next_place, quarters.place + 1)
    AND quarters.place <= reports.place + 3
ORDER BY quarters.quarter, reports.area_code
