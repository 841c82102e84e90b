-- 一行是一张报表有数据的首末季度与月份；dataset 为 all 的一行是全部报表合计
WITH months AS (
    SELECT 'service_months' AS dataset, min(month) AS first_month, max(month) AS last_month FROM core.service_months
    UNION ALL
    SELECT 'mediation_months', min(month), max(month) FROM core.mediation_months
    UNION ALL
    SELECT 'civic_points', min(month), max(month) FROM core.civic_points
    UNION ALL
    SELECT 'service_teams', min(month), max(month) FROM core.service_teams
    UNION ALL
    SELECT 'micro_actions', min(month), max(month) FROM core.micro_actions
    UNION ALL
    SELECT 'grid_patrols', min(month), max(month) FROM core.grid_patrols
),

days AS (
    SELECT 'enterprise_quarters' AS dataset, min(quarter) AS first_quarter, max(quarter) AS last_quarter,
           NULL::DATE AS first_on, NULL::DATE AS last_on
    FROM core.enterprise_quarters
    UNION ALL
    SELECT 'grid_staffing', min(quarter), max(quarter), NULL, NULL FROM core.grid_staffing
    UNION ALL
    SELECT 'party_organizations', min(quarter), max(quarter), NULL, NULL FROM core.party_organizations
    UNION ALL
    SELECT 'incubation_quarters', min(quarter), max(quarter), NULL, NULL FROM core.incubation_quarters
    UNION ALL
    SELECT 'assets', min(quarter), max(quarter), NULL, NULL FROM core.assets
    UNION ALL
    SELECT 'park_pipeline', min(quarter), max(quarter), NULL, NULL FROM core.park_pipeline
    UNION ALL
    SELECT 'projects', NULL, NULL, min(done_on), max(done_on) FROM core.projects
    UNION ALL
    SELECT 'training_courses', NULL, NULL, min(started_on), max(started_on) FROM core.training_courses
    UNION ALL
    SELECT 'population', NULL, NULL, min(as_of_on), max(as_of_on) FROM core.population
    UNION ALL
    SELECT 'grid_events', NULL, NULL, min(reported_at)::DATE, max(reported_at)::DATE FROM core.grid_events
    UNION ALL
    SELECT 'grid_reviews', min(quarter), max(quarter), NULL, NULL FROM core.grid_reviews
    UNION ALL
    SELECT dataset, NULL, NULL, strptime(first_month || '-01', '%Y-%m-%d')::DATE,
           last_day(strptime(last_month || '-01', '%Y-%m-%d')::DATE)
    FROM months
    SELECT 'list_items', NULL, NULL, min(raised_on), max(greatest(raised_on, matched_on, closed_on))
    FROM core.list_items
    UNION ALL
    SELECT 'meetings', min(named_quarter), max(named_quarter), NULL, NULL FROM core.meetings
    UNION ALL
    SELECT 'decisions', NULL, NULL, min(day), max(day)
    FROM (
        SELECT unnest([decided_on, closed_on]) AS day FROM core.decisions
        UNION ALL
        SELECT reported_on FROM core.decision_updates
    )
    UNION ALL
    SELECT
        'enterprise_visits', NULL, NULL,
        min(strptime(month || '-01', '%Y-%m-%d'))::DATE,
        last_day(max(strptime(month || '-01', '%Y-%m-%d'))::DATE)
    FROM core.enterprise_visits
    UNION ALL
    SELECT 'exemplary_cases', NULL, NULL, min(selected_on), max(selected_on) FROM core.exemplary_cases
),

spans AS (
    SELECT
        dataset,
        coalesce(
            first_on,
            make_date(substr(first_quarter, 1, 4)::INTEGER, substr(first_quarter, 6)::INTEGER * 3 - 2, 1)
        ) AS first_on,
        coalesce(
            last_on,
            last_day(make_date(substr(last_quarter, 1, 4)::INTEGER, substr(last_quarter, 6)::INTEGER * 3, 1))
        ) AS last_on
    FROM days
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
