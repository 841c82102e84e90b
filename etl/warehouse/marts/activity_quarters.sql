-- 一行是一个区域一类活动、一条主线的一个季度
SELECT area_code, quarter, kind, theme_line, planned, held, organizations_attending, person_times, origin
FROM core.party_activities
ORDER BY quarter, area_code, kind, theme_line
