-- 一行是一个区域一个月一个渠道的一类岗位
SELECT area_code, month, channel, occupation, openings, seekers, recommended, matched, hired, origin
FROM core.job_months
ORDER BY month, area_code, channel, occupation
