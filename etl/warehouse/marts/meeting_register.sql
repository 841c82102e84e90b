-- 一行是一次会议，带所属季度末到召开的天数（负数为季内召开）与督办台账中的事项数
SELECT
    meeting.meeting_id,
    meeting.area_code,
    area.name AS area_name,
    meeting.kind,
    meeting.named_quarter,
    meeting.held_on,
    date_diff(
        'day',
        last_day(make_date(left(meeting.named_quarter, 4)::INTEGER, right(meeting.named_quarter, 1)::INTEGER * 3, 1)),
        meeting.held_on
    ) AS days_after_quarter,
    meeting.units_expected,
    meeting.units_present,
    meeting.topics,
    meeting.decisions,
    (SELECT count(*) FROM core.decisions AS decision WHERE decision.meeting_id = meeting.meeting_id) AS decisions_listed,
    meeting.minutes_on,
    meeting.note,
    meeting.origin
FROM core.meetings AS meeting
JOIN core.areas AS area ON area.area_code = meeting.area_code
ORDER BY meeting.held_on, meeting.meeting_id
