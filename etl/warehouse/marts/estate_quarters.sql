-- 一行是一个小区的一个季度：季末之前最近一次统计的四级组织，超过一年的不再沿用
WITH latest AS (
    SELECT report.area_code, report.estate, period.quarter, max(report.as_of_on) AS as_of_on
    FROM core.estate_organizations AS report
    JOIN mart.reporting_quarters AS period
        ON period.dataset = 'all'
        AND report.as_of_on <= period.ends_on
        AND report.as_of_on + INTERVAL 1 YEAR > period.starts_on
    GROUP BY report.area_code, report.estate, period.quarter
)

SELECT
    report.area_code,
    latest.quarter,
    report.estate,
    report.as_of_on,
    report.buildings,
    report.households,
    report.building_groups,
    report.member_households,
    (report.village_branches > 0)::INTEGER
    + (report.estate_branches > 0)::INTEGER
    + (report.building_groups > 0)::INTEGER
    + (report.member_households > 0)::INTEGER AS levels,
    -- Whole only where every building has its group.
    report.village_branches > 0
    AND report.estate_branches > 0
    AND report.building_groups = report.buildings
    AND report.member_households > 0 AS is_whole,
    report.origin
FROM latest
JOIN core.estate_organizations AS report
    ON report.area_code = latest.area_code
    AND report.estate = latest.estate
    AND report.as_of_on = latest.as_of_on
ORDER BY latest.quarter, report.area_code, report.estate
