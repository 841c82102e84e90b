-- 一行是一张报表、一个区域、一个月（季报记在季度首月）的一次装载：rows 为行数；rhythm 为 quarter 季报、month 月报、list 台账（无事可以无行）；目录不在内
WITH days AS (
    SELECT 'decision_updates' AS dataset, decisions.area_code, updates.reported_on AS day, updates.origin,
        updates.load_id
    FROM core.decision_updates AS updates
    JOIN core.decisions AS decisions USING (decision_id)
    UNION ALL
    SELECT 'decisions', area_code, decided_on, origin, load_id FROM core.decisions
    UNION ALL
    SELECT 'grid_events', grid_code, reported_at::DATE, origin, load_id FROM core.grid_events
    UNION ALL
    SELECT 'exemplary_cases', area_code, selected_on, origin, load_id FROM core.exemplary_cases
    UNION ALL
    SELECT 'list_items', area_code, raised_on, origin, load_id FROM core.list_items
    UNION ALL
    SELECT
        'meetings', area_code,
        make_date(substr(named_quarter, 1, 4)::INTEGER, substr(named_quarter, 6)::INTEGER * 3 - 2, 1), origin, load_id
    FROM core.meetings
    UNION ALL
    SELECT 'population', area_code, as_of_on, origin, load_id FROM core.population
    UNION ALL
    SELECT 'projects', area_code, coalesce(done_on, started_on), origin, load_id FROM core.projects
    UNION ALL
    SELECT 'recruitment_events', area_code, held_on, origin, load_id FROM core.recruitment_events
    UNION ALL
    SELECT 'training_courses', sites.area_code, courses.started_on, courses.origin, courses.load_id
    FROM core.training_courses AS courses
    JOIN core.service_sites AS sites USING (site_code)
),

everything AS (
    SELECT
        dataset, area_code, origin, load_id,
        substr(quarter, 1, 4) || '-' || lpad((substr(quarter, 6)::INTEGER * 3 - 2)::VARCHAR, 2, '0') AS month,
        'quarter' AS rhythm
    FROM mart.reports_by_quarter
    UNION ALL
    SELECT dataset, area_code, origin, load_id, month, 'month' FROM mart.reports_by_month
    UNION ALL
    SELECT dataset, area_code, origin, load_id, strftime(day, '%Y-%m'), 'list' FROM days WHERE day IS NOT NULL
)

SELECT
    dataset,
    area_code,
    substr(month, 1, 4) || 'Q' || ((substr(month, 6)::INTEGER + 2) // 3)::VARCHAR AS quarter,
    month,
    rhythm,
    origin,
    load_id,
    count(*) AS rows
FROM everything
GROUP BY dataset, area_code, month, rhythm, origin, load_id
ORDER BY dataset, quarter, area_code, month, origin, load_id
