-- 一行是一项议定事项的一段状态：自 starts_on 当天起，至 ends_on 前一天止；ends_on 为空的延续至今
WITH told AS (
    SELECT
        report.decision_id, report.reported_on AS starts_on, report.status, report.progress_pct,
        report.node, report.next_node, report.next_due_on, report.note, report.options
    FROM core.decision_updates AS report
    JOIN core.decisions AS decision ON decision.decision_id = report.decision_id
    WHERE report.reported_on >= decision.decided_on
        -- A matter that the register closes on a day is closed on that day.
        AND (report.status = '已办结' OR report.reported_on IS DISTINCT FROM decision.closed_on)
    UNION ALL
    -- From the meeting on a matter stands there, not yet begun, until somebody reports.
    SELECT decision.decision_id, decision.decided_on, '未启动', 0, NULL, NULL, NULL, NULL, NULL
    FROM core.decisions AS decision
    WHERE decision.closed_on IS DISTINCT FROM decision.decided_on
        AND NOT EXISTS (
            FROM core.decision_updates AS report
            WHERE report.decision_id = decision.decision_id AND report.reported_on = decision.decided_on
        )
    UNION ALL
    SELECT decision.decision_id, decision.closed_on, '已办结', 100, NULL, NULL, NULL, NULL, NULL
    FROM core.decisions AS decision
    WHERE decision.closed_on IS NOT NULL
        AND NOT EXISTS (
            FROM core.decision_updates AS report
            WHERE report.decision_id = decision.decision_id
                AND report.reported_on = decision.closed_on
                AND report.status = '已办结'
        )
),

stretches AS (
    SELECT
        *,
        lead(starts_on) OVER own AS ends_on,
        -- Stretches after the same last open one belong together: a matter closed twice running was closed the first time.
        count(*) FILTER (WHERE status <> '已办结') OVER own AS run,
        coalesce(bool_or(status = '已办结') OVER (
            PARTITION BY decision_id ORDER BY starts_on ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ), false) AS was_closed
    FROM told
    WINDOW own AS (PARTITION BY decision_id ORDER BY starts_on)
)

SELECT
    decision.decision_id,
    decision.meeting_id,
    meeting.area_code AS district_code,
    meeting.named_quarter,
    decision.area_code,
    area.name AS area_name,
    decision.title,
    decision.task,
    decision.item_id,
    decision.responsible_unit,
    decision.help_mode,
    decision.decided_on,
    decision.due_on,
    coalesce(decision.original_due_on, decision.due_on) AS original_due_on,
    decision.plan_changes,
    stretch.starts_on,
    stretch.ends_on,
    stretch.status,
    stretch.progress_pct,
    stretch.node,
    stretch.next_node,
    stretch.next_due_on,
    stretch.note,
    stretch.options,
    CASE
        WHEN stretch.status = '已办结'
            THEN min(stretch.starts_on) FILTER (WHERE stretch.status = '已办结')
                OVER (PARTITION BY stretch.decision_id, stretch.run)
    END AS closed_on,
    stretch.status <> '已办结' AND stretch.was_closed AS is_reopened,
    decision.origin
FROM stretches AS stretch
JOIN core.decisions AS decision ON decision.decision_id = stretch.decision_id
JOIN core.meetings AS meeting ON meeting.meeting_id = decision.meeting_id
JOIN core.areas AS area ON area.area_code = decision.area_code
ORDER BY decision.decision_id, stretch.starts_on
