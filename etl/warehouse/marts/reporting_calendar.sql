-- 一行是一张报表有数据的首末季度与月份；dataset 为 all 的一行是全部报表合计
WITH quarters AS (
    SELECT 'enterprise_quarters' AS dataset, min(quarter) AS first, max(quarter) AS last FROM core.enterprise_quarters
    UNION ALL
    SELECT 'grid_staffing', min(quarter), max(quarter) FROM core.grid_staffing
    UNION ALL
    SELECT 'party_organizations', min(quarter), max(quarter) FROM core.party_organizations
    UNION ALL
    SELECT 'incubation_quarters', min(quarter), max(quarter) FROM core.incubation_quarters
    UNION ALL
    SELECT 'grid_reviews', min(quarter), max(quarter) FROM core.grid_reviews
    UNION ALL
    SELECT 'assets', min(quarter), max(quarter) FROM core.assets
    UNION ALL
    SELECT 'park_pipeline', min(quarter), max(quarter) FROM core.park_pipeline
    UNION ALL
    SELECT 'talent_quarters', min(quarter), max(quarter) FROM core.talent_quarters
    UNION ALL
    SELECT 'party_coverage', min(quarter), max(quarter) FROM core.party_coverage
    UNION ALL
    SELECT 'party_activities', min(quarter), max(quarter) FROM core.party_activities
    UNION ALL
    SELECT 'meetings', min(named_quarter), max(named_quarter) FROM core.meetings
),

months AS (
    SELECT 'service_months' AS dataset, min(month) AS first, max(month) AS last FROM core.service_months
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
    UNION ALL
    SELECT 'enterprise_visits', min(month), max(month) FROM core.enterprise_visits
    UNION ALL
    SELECT 'job_months', min(month), max(month) FROM core.job_months
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
    )
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
