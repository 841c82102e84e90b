-- 一行是一个区域一个月一类项目的节点合计：到期、按期按计划月份，完成、用时、征收按完成月份；月末超期存量由进入与离开之差累计
WITH milestones AS (
    SELECT
        *,
        date_trunc('month', planned_on) AS due_month,
        date_trunc('month', done_on) AS done_month,
        planned_on <= known_until_on AS is_due,
        done_on IS NULL OR date_trunc('month', done_on) > date_trunc('month', planned_on) AS is_overdue_at_end
    FROM mart.project_milestones
),

flows AS (
    SELECT
        area_code, due_month AS starts_on, kind, origin,
        count(*) AS due,
        count(*) FILTER (WHERE done_on <= planned_on) AS done_in_time,
        count(*) FILTER (WHERE is_overdue_at_end) AS overdue_entered,
        0 AS overdue_left, 0 AS done, 0 AS promised_days, 0 AS used_days, 0 AS acquired_mu
    FROM milestones
    WHERE is_due
    GROUP BY area_code, due_month, kind, origin
    UNION ALL
    SELECT
        area_code, done_month, kind, origin,
        0, 0, 0,
        count(*) FILTER (WHERE is_due AND is_overdue_at_end),
        count(*),
        coalesce(sum(promised_days), 0),
        coalesce(sum(date_diff('day', started_on, done_on)) FILTER (WHERE promised_days IS NOT NULL), 0),
        coalesce(sum(acquired_mu), 0)
    FROM milestones
    WHERE done_on IS NOT NULL
    GROUP BY area_code, done_month, kind, origin
    UNION ALL
    -- What is known reaches as far for all: without a node since, none was due and none was done.
    SELECT DISTINCT area_code, date_trunc('month', known_until_on), kind, origin, 0, 0, 0, 0, 0, 0, 0, 0
    FROM milestones
    WHERE is_due OR done_on IS NOT NULL
)

SELECT
    area_code,
    strftime(starts_on, '%Y-%m') AS month,
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
