-- 一行是一个区域一类人群的一个月
SELECT area_code, month, participant_group, participants, points_issued, points_redeemed, origin
FROM core.civic_points
ORDER BY month, area_code, participant_group
