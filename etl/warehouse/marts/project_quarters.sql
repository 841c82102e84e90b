-- 一行是一个区域一个季度一类项目的节点合计：到期、按期按计划季度，完成、用时、征收按完成季度；季末超期存量由进入与离开之差累计
WITH milestones AS (
    SELECT
        *,
        date_trunc('quarter', planned_on) AS due_quarter,
        date_trunc('quarter', done_on) AS done_quarter,
        planned_on <= known_until_on AS is_due,
        done_on IS NULL OR date_trunc('quarter', done_on) > date_trunc('quarter', planned_on) AS is_overdue_at_end
    FROM mart.project_milestones
),

flows AS (
    SELECT
        area_code, due_quarter AS starts_on, kind, origin,
        count(*) AS due,
        count(*) FILTER (WHERE done_on <= planned_on) AS done_in_time,
        count(*) FILTER (WHERE is_overdue_at_end) AS overdue_entered,
        0 AS overdue_left, 0 AS done, 0 AS promised_days, 0 AS used_days, 0 AS acquired_mu
    FROM milestones
    WHERE is_due
    GROUP BY area_code, due_quarter, kind, origin
    UNION ALL
    SELECT
        area_code, done_quarter, kind, origin,
        0, 0, 0,
        count(*) FILTER (WHERE is_due AND is_overdue_at_end),
        count(*),
        coalesce(sum(promised_days), 0),
        coalesce(sum(date_diff('day', started_on, done_on)) FILTER (WHERE promised_days IS NOT NULL), 0),
        coalesce(sum(acquired_mu), 0)
    FROM milestones
    WHERE done_on IS NOT NULL
    GROUP BY area_code, done_quarter, kind, origin
)

SELECT
    area_code,
    year(starts_on) || 'Q' || quarter(starts_on) AS quarter,
    kind,
    sum(due)::BIGINT AS due,
    sum(done_in_time)::BIGINT AS done_in_time,
    sum(overdue_entered)::BIGINT AS overdue_entered,
    sum(overdue_left)::BIGINT AS overdue_left,
    sum(done)::BIGINT AS done,
    sum(promised_days)::BIGINT AS promised_days,
    sum(used_days)::BIGINT AS used_days,
    sum(acquired_mu)::DECIMAL(20, 6) AS acquired_mu,
    origin
FROM flows
GROUP BY area_code, starts_on, kind, origin
ORDER BY starts_on, area_code, kind, origin
