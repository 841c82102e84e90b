-- 一行是一个村（社区）的一个季度：季末之前最近一次统计的人口与户数，超过一年的不再沿用；is_household_same_scope 为户与常住人口可否相除
WITH villages AS (
    SELECT DISTINCT area_code FROM core.population
),

latest AS (
    SELECT villages.area_code, period.quarter, max(report.as_of_on) AS as_of_on
    FROM villages
    CROSS JOIN (SELECT * FROM mart.reporting_quarters WHERE dataset = 'all') AS period
    JOIN core.population AS report
        ON report.area_code = villages.area_code
        AND report.as_of_on <= period.ends_on
        AND report.as_of_on + INTERVAL 1 YEAR > period.starts_on
    GROUP BY villages.area_code, period.quarter
)

SELECT
    latest.area_code,
    latest.quarter,
    latest.as_of_on,
    report.households,
    -- More than six residents to a household: it counts registered ones, which do not hold those from elsewhere.
    report.resident_persons <= 6 * report.households AS is_household_same_scope,
    report.registered_persons,
    report.resident_persons,
    report.village_groups,
    report.representatives,
    report.estates,
    report.origin
FROM latest
JOIN core.population AS report
    ON report.area_code = latest.area_code AND report.as_of_on = latest.as_of_on
ORDER BY latest.quarter, latest.area_code
