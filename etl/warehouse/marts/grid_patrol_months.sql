-- 一行是一个划定网格的一个月；没有上报的月份，次数与户数为空；入户率的两边只含两项都已上报的
WITH months AS (
    SELECT strftime(started.day, '%Y-%m') AS month
    FROM (
        SELECT
            unnest(
                generate_series(
                    strptime(first_month || '-01', '%Y-%m-%d'), strptime(last_month || '-01', '%Y-%m-%d'),
                    INTERVAL 1 MONTH
                )
            ) AS day
        FROM mart.reporting_calendar
        WHERE dataset = 'grid_patrols' AND first_month IS NOT NULL
    ) AS started
)

SELECT
    grid.area_code,
    months.month,
    1 AS planned,
    report.patrols,
    report.patrols > 0 AS is_patrolled,
    CASE WHEN report.households_visited IS NOT NULL THEN report.households END AS households,
    CASE WHEN report.households IS NOT NULL THEN report.households_visited END AS households_visited,
    report.enterprise_calls,
    report.care_visits,
    coalesce(report.origin, grid.origin) AS origin
FROM mart.area_profile AS grid
CROSS JOIN months
LEFT JOIN core.grid_patrols AS report ON report.grid_code = grid.area_code AND report.month = months.month
WHERE grid.level = '网格'
ORDER BY months.month, grid.sort_order
