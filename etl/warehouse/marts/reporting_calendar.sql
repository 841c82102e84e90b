-- 一行是一张报表有数据的首末季度与月份；dataset 为 all 的一行是全部报表合计
WITH quarters AS (
    SELECT dataset, first, last FROM mart.reporting_spans WHERE period = 'quarter'
    UNION ALL
    SELECT 'meetings', min(named_quarter), max(named_quarter) FROM core.meetings
),

months AS (
    SELECT dataset, first, last FROM mart.reporting_spans WHERE period = 'month'
),

days AS (
    SELECT 'training_courses' AS dataset, min(started_on) AS first, max(started_on) AS last FROM core.training_courses
    UNION ALL
    SELECT 'population', min(as_of_on), max(as_of_on) FROM core.population
    UNION ALL
    SELECT 'recruitment_events', min(held_on), max(held_on) FROM core.recruitment_events
    UNION ALL
    SELECT 'grid_events', min(reported_at)::DATE, max(reported_at)::DATE FROM core.grid_events
    UNION ALL
    SELECT 'projects', min(done_on), max(done_on) FROM core.projects
    UNION ALL
    SELECT 'list_items', min(raised_on), max(greatest(raised_on, matched_on, closed_on)) FROM core.list_items
    UNION ALL
    SELECT 'decisions', min(day), max(day)
    FROM (
        SELECT unnest([decided_on, closed_on]) AS day FROM core.decisions
        UNION ALL
        SELECT reported_on FROM core.decision_updates
    ) AS told
    UNION ALL
    SELECT 'exemplary_cases', min(selected_on), max(selected_on) FROM core.exemplary_cases
),

spans AS (
    SELECT
        dataset,
        make_date(substr(first, 1, 4)::INTEGER, substr(first, 6)::INTEGER * 3 - 2, 1) AS first_on,
        last_day(make_date(substr(last, 1, 4)::INTEGER, substr(last, 6)::INTEGER * 3, 1)) AS last_on
    FROM quarters
    UNION ALL
    SELECT dataset, (first || '-01')::DATE, last_day((last || '-01')::DATE) FROM months
    UNION ALL
    SELECT dataset, first, last FROM days
),

everything AS (
    SELECT * FROM spans
    UNION ALL
    SELECT 'all', min(first_on), max(last_on) FROM spans
)

SELECT
    dataset,
    year(first_on) || 'Q' || quarter(first_on) AS first_quarter,
    year(last_on) || 'Q' || quarter(last_on) AS last_quarter,
    strftime(first_on, '%Y-%m') AS first_month,
    strftime(last_on, '%Y-%m') AS last_month
FROM everything
ORDER BY dataset
