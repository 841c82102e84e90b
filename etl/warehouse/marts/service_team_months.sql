-- 一行是一个区域一类服务队的一个月
SELECT area_code, month, kind, teams, sorties, served, origin
FROM core.service_teams
ORDER BY month, area_code, kind
