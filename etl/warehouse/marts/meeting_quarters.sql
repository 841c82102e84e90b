-- 一行是一个区域一个季度的一类会议，按会议名称中的季度；开过联席会议的片区，此后每季应开一次
WITH first_joint AS (
    SELECT area_code, min(named_quarter) AS first_quarter, min(origin) AS origin
    FROM core.meetings
    WHERE kind = '联席会议'
    GROUP BY area_code
),

due AS (
    SELECT first_joint.area_code, period.quarter, '联席会议' AS kind, first_joint.origin
    FROM first_joint
    JOIN mart.reporting_quarters AS period
        ON period.dataset = 'meetings' AND period.quarter >= first_joint.first_quarter
),

held AS (
    SELECT
        area_code,
        named_quarter AS quarter,
        kind,
        count(held_on) AS meetings,
        sum(units_expected) FILTER (WHERE units_present IS NOT NULL)::BIGINT AS units_expected,
        sum(units_present) FILTER (WHERE units_expected IS NOT NULL)::BIGINT AS units_present,
        sum(
            greatest(0, date_diff(
                'day',
                last_day(make_date(left(named_quarter, 4)::INTEGER, right(named_quarter, 1)::INTEGER * 3, 1)),
                held_on
            ))
        )::BIGINT AS lag_days,
        min(origin) AS origin
    FROM core.meetings
    GROUP BY area_code, named_quarter, kind
)

SELECT
    area_code,
    quarter,
    kind,
    coalesce(held.meetings, 0) AS meetings,
    CASE WHEN due.area_code IS NOT NULL THEN 1 END AS joint_due,
    CASE WHEN due.area_code IS NOT NULL THEN least(coalesce(held.meetings, 0), 1) END AS joint_held,
    CASE WHEN due.area_code IS NOT NULL THEN coalesce(held.lag_days, 0) END AS joint_lag_days,
    CASE WHEN due.area_code IS NOT NULL THEN coalesce(held.meetings, 0) END AS joint_meetings,
    held.units_expected,
    held.units_present,
    coalesce(held.origin, due.origin) AS origin
FROM held
FULL JOIN due USING (area_code, quarter, kind)
ORDER BY quarter, area_code, kind
