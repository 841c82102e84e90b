-- 一行是一项议定事项在议定后一个季度的季末情况；议定归会议名称中的季度，按期与超期以原定期限为准，重开的算未办结
WITH as_of AS (
    -- What the records can know: nothing after the last thing written in them is late or open.
    SELECT max(day) AS day
    FROM (
        SELECT unnest([decided_on, closed_on]) AS day FROM core.decisions
        UNION ALL
        SELECT reported_on FROM core.decision_updates
    ) AS told
),

ends AS (
    SELECT
        period.quarter,
        period.starts_on,
        least(period.ends_on, as_of.day) AS ends_on
    FROM mart.reporting_quarters AS period
    CROSS JOIN as_of
    WHERE period.dataset = 'decisions'
),

rounds AS (
    -- The last two joint meetings of a 片区 that had been held when the quarter ended.
    SELECT
        area_code,
        quarter,
        max(held_on) AS last_on,
        max(CASE WHEN place = 2 THEN held_on END) AS earlier_on
    FROM (
        SELECT
            meeting.area_code,
            ends.quarter,
            meeting.held_on,
            row_number() OVER (PARTITION BY meeting.area_code, ends.quarter ORDER BY meeting.held_on DESC) AS place
        FROM core.meetings AS meeting
        JOIN ends ON meeting.held_on <= ends.ends_on
        WHERE meeting.kind = '联席会议'
    ) AS held
    GROUP BY area_code, quarter
),

stands AS (
    SELECT
        line.*,
        ends.quarter,
        ends.starts_on AS quarter_starts_on,
        ends.ends_on AS quarter_ends_on,
        now.status AS status_last,
        -- Only a matter that was there at both meetings can have stood still between them.
        line.decided_on <= rounds.earlier_on AND now.status <> '已办结' AS is_judged,
        (now.status, now.progress_pct, now.node, now.note)
            IS NOT DISTINCT FROM (earlier.status, earlier.progress_pct, earlier.node, earlier.note) AS is_same
    FROM mart.decision_timeline AS line
    JOIN ends
        ON line.starts_on <= ends.ends_on
        AND (line.ends_on IS NULL OR line.ends_on > ends.ends_on)
    LEFT JOIN rounds ON rounds.area_code = line.district_code AND rounds.quarter = ends.quarter
    LEFT JOIN mart.decision_timeline AS now
        ON now.decision_id = line.decision_id
        AND now.starts_on <= rounds.last_on
        AND (now.ends_on IS NULL OR now.ends_on > rounds.last_on)
    LEFT JOIN mart.decision_timeline AS earlier
        ON earlier.decision_id = line.decision_id
        AND earlier.starts_on <= rounds.earlier_on
        AND (earlier.ends_on IS NULL OR earlier.ends_on > rounds.earlier_on)
)

SELECT
    area_code,
    quarter,
    decision_id,
    task,
    status,
    coalesce(help_mode, '未采用') AS help_mode,
    responsible_unit,
    1 AS decisions,
    (named_quarter = quarter)::INTEGER AS decided_now,
    (status = '已办结')::INTEGER AS closed,
    coalesce(closed_on >= quarter_starts_on, false)::INTEGER AS closed_now,
    (status <> '已办结')::INTEGER AS open,
    (original_due_on <= quarter_ends_on)::INTEGER AS due_to_date,
    (original_due_on <= quarter_ends_on AND status = '已办结')::INTEGER AS due_closed,
    (original_due_on BETWEEN quarter_starts_on AND quarter_ends_on)::INTEGER AS due,
    (
        original_due_on BETWEEN quarter_starts_on AND quarter_ends_on
        AND coalesce(closed_on <= original_due_on, false)
    )::INTEGER AS closed_in_time,
    (original_due_on < quarter_ends_on AND status <> '已办结')::INTEGER AS overdue,
    CASE
        WHEN original_due_on < quarter_ends_on AND status <> '已办结' THEN date_diff('day', original_due_on, quarter_ends_on)
        ELSE 0
    END AS overdue_days,
    (status = '受阻')::INTEGER AS blocked,
    (plan_changes > 0 AND status <> '已办结')::INTEGER AS replanned,
    is_reopened::INTEGER AS reopened,
    CASE WHEN is_judged THEN is_same::INTEGER ELSE 0 END AS unmoved,
    origin
FROM stands
UNION ALL
-- A meeting held after the quarter that it is named after decides for that quarter, at whose end nothing stands yet.
SELECT
    decision.area_code,
    meeting.named_quarter AS quarter,
    decision.decision_id,
    decision.task,
    '未启动' AS status,
    coalesce(decision.help_mode, '未采用') AS help_mode,
    decision.responsible_unit,
    0 AS decisions,
    1 AS decided_now,
    0 AS closed,
    0 AS closed_now,
    0 AS open,
    0 AS due_to_date,
    0 AS due_closed,
    0 AS due,
    0 AS closed_in_time,
    0 AS overdue,
    0 AS overdue_days,
    0 AS blocked,
    0 AS replanned,
    0 AS reopened,
    0 AS unmoved,
    decision.origin
FROM core.decisions AS decision
JOIN core.meetings AS meeting ON meeting.meeting_id = decision.meeting_id
WHERE NOT EXISTS (
    FROM stands WHERE stands.decision_id = decision.decision_id AND stands.quarter = meeting.named_quarter
)
ORDER BY quarter, decision_id
