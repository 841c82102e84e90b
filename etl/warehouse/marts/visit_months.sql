-- 一行是一个区域一个月的入企走访；比例的两边只含同时上报的月份
SELECT
    area_code,
    month,
    cadres,
    enterprises_visited,
    enterprises_assigned,
    CASE WHEN enterprises_assigned IS NOT NULL THEN enterprises_visited END AS visited_of_assigned,
    issues_raised,
    issues_closed,
    CASE WHEN issues_closed IS NOT NULL THEN issues_raised END AS raised_of_closed,
    surveyed,
    CASE WHEN surveyed IS NOT NULL THEN satisfied END AS satisfied,
    origin
FROM core.enterprise_visits
ORDER BY month, area_code
