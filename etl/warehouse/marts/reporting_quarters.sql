-- 一行是一张报表应报的一个季度；还没有数据的报表，以全部报表的首末季度为准
WITH spans AS (
    SELECT
        own.dataset,
        coalesce(own.first_quarter, every.first_quarter) AS first_quarter,
        coalesce(own.last_quarter, every.last_quarter) AS last_quarter
    FROM mart.reporting_calendar AS own
    CROSS JOIN (SELECT * FROM mart.reporting_calendar WHERE dataset = 'all') AS every
),

starts AS (
    SELECT started.dataset, started.at::DATE AS starts_on
    FROM (
        SELECT
            dataset,
            unnest(
                generate_series(
                    make_date(substr(first_quarter, 1, 4)::INTEGER, substr(first_quarter, 6)::INTEGER * 3 - 2, 1)::TIMESTAMP,
                    make_date(substr(last_quarter, 1, 4)::INTEGER, substr(last_quarter, 6)::INTEGER * 3 - 2, 1)::TIMESTAMP,
                    INTERVAL 3 MONTH
                )
            ) AS at
        FROM spans
        WHERE first_quarter IS NOT NULL
    ) AS started
)

SELECT
    dataset,
    year(starts_on) || 'Q' || quarter(starts_on) AS quarter,
    starts_on,
    last_day((starts_on + INTERVAL 2 MONTH)::DATE) AS ends_on
FROM starts
ORDER BY dataset, starts_on
