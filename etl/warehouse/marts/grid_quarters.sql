-- 一行是一个划定网格的一个季度；没有上报的季度，人数与户数为空
WITH events AS (
    SELECT
        area_code,
        substr(month, 1, 4) || 'Q' || ((substr(month, 6)::INTEGER + 2) // 3) AS quarter,
        sum(accepted)::BIGINT AS accepted
    FROM mart.grid_event_months
    GROUP BY area_code, substr(month, 1, 4) || 'Q' || ((substr(month, 6)::INTEGER + 2) // 3)
),

-- A grid without an event had none only where its 片区 sent the list for that quarter.
listed AS (
    SELECT DISTINCT areas.district_code, events.quarter
    FROM events
    JOIN mart.area_profile AS areas ON areas.area_code = events.area_code
    WHERE events.accepted > 0
)

SELECT
    grid.area_code,
    period.quarter,
    grid.grid_kind,
    1 AS planned,
    report.grid_code IS NOT NULL AS has_report,
    report.grid_leaders > 0 AS has_leader,
    report.grid_leaders,
    report.staff_full_time,
    report.staff_part_time,
    report.staff_full_time + report.staff_part_time AS staff,
    report.households,
    report.resident_persons,
    report.enterprises,
    -- Only a grid of a kind that has a standard is judged by it, and only once it has reported.
    coalesce(band.households_low, band.households_high) IS NOT NULL AS has_household_standard,
    CASE
        WHEN coalesce(band.households_low, band.households_high) IS NOT NULL
            THEN report.households BETWEEN coalesce(band.households_low, 0)
                AND coalesce(band.households_high, report.households)
    END AS is_households_in_band,
    coalesce(band.households_high, band.residents_high) IS NOT NULL AS has_load_limit,
    CASE
        WHEN coalesce(band.households_high, band.residents_high) IS NOT NULL
            AND coalesce(report.households, report.resident_persons) IS NOT NULL
            THEN coalesce(report.households > band.households_high, false)
                OR coalesce(report.resident_persons > band.residents_high, false)
    END AS is_overloaded,
    CASE WHEN listed.quarter IS NOT NULL THEN coalesce(events.accepted, 0) END AS events_accepted,
    coalesce(report.origin, grid.origin) AS origin
FROM mart.area_profile AS grid
JOIN mart.reporting_quarters AS period ON period.dataset = 'grid_staffing'
LEFT JOIN core.grid_staffing AS report
    ON report.grid_code = grid.area_code AND report.quarter = period.quarter
LEFT JOIN mart.grid_load_bands AS band ON band.grid_kind = grid.grid_kind
LEFT JOIN listed ON listed.district_code = grid.district_code AND listed.quarter = period.quarter
LEFT JOIN events ON events.area_code = grid.area_code AND events.quarter = period.quarter
WHERE grid.level = '网格'
ORDER BY period.quarter, grid.sort_order
