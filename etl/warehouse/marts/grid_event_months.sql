-- 一行是一个网格一个月一类事件、一个渠道的合计：受理、办结、重开按上报月份，到期、按期按应办结月份；月末超期存量由进入与离开之差累计
WITH as_of AS (
    -- What the data can know: nothing after the last thing that happened in them is late or in time.
    SELECT greatest(max(reported_at), max(closed_at)) AS instant
    FROM core.grid_events
),

-- The only pass over the events: small enough afterwards to be folded by either month.
pairs AS (
    SELECT
        event.grid_code,
        date_trunc('month', event.reported_at) AS reported_month,
        date_trunc('month', event.due_at) AS due_month,
        -- The month in whose course a matter that stayed overdue beyond the end of an earlier one was closed.
        CASE
            WHEN date_trunc('month', event.closed_at) > date_trunc('month', event.due_at)
                THEN date_trunc('month', event.closed_at)
        END AS left_month,
        event.kind,
        event.channel,
        event.origin,
        count(*) AS accepted,
        count(event.closed_at) AS closed,
        sum(date_diff('second', event.reported_at, event.closed_at)) AS closed_seconds,
        count(*) FILTER (WHERE event.reopened_count > 0) AS reopened,
        count(*) FILTER (WHERE event.due_at <= as_of.instant) AS due,
        count(*) FILTER (WHERE event.due_at <= as_of.instant AND event.closed_at <= event.due_at) AS closed_in_time,
        count(*) FILTER (
            WHERE event.due_at <= as_of.instant
            AND (event.closed_at IS NULL OR date_trunc('month', event.closed_at) > date_trunc('month', event.due_at))
        ) AS overdue_entered
    FROM core.grid_events AS event
    CROSS JOIN as_of
    GROUP BY
        event.grid_code, date_trunc('month', event.reported_at), date_trunc('month', event.due_at),
        CASE
            WHEN date_trunc('month', event.closed_at) > date_trunc('month', event.due_at)
                THEN date_trunc('month', event.closed_at)
        END,
        event.kind, event.channel, event.origin
),

cohorts AS (
    SELECT
        grid_code, reported_month AS month, kind, channel, origin,
        accepted, closed, closed_seconds, reopened, 0 AS due, 0 AS closed_in_time,
        0 AS overdue_entered, 0 AS overdue_left
    FROM pairs
    UNION ALL
    SELECT
        grid_code, due_month, kind, channel, origin,
        0, 0, 0, 0, due, closed_in_time, overdue_entered, 0
    FROM pairs
    WHERE due > 0
    UNION ALL
    SELECT
        grid_code, left_month, kind, channel, origin,
        0, 0, 0, 0, 0, 0, 0, overdue_entered
    FROM pairs
    WHERE left_month IS NOT NULL
)

SELECT
    grid_code AS area_code,
    strftime(month, '%Y-%m') AS month,
    kind,
    channel,
    sum(accepted)::BIGINT AS accepted,
    sum(closed)::BIGINT AS closed,
    (coalesce(sum(closed_seconds), 0) / 86400)::DECIMAL(20, 6) AS closed_days,
    sum(reopened)::BIGINT AS reopened,
    sum(due)::BIGINT AS due,
    sum(closed_in_time)::BIGINT AS closed_in_time,
    sum(overdue_entered)::BIGINT AS overdue_entered,
    sum(overdue_left)::BIGINT AS overdue_left,
    origin
FROM cohorts
GROUP BY grid_code, month, kind, channel, origin
ORDER BY month, area_code, kind, channel, origin
