-- 一行是一个小区一个月“四微”中的一项；微心愿以完成数计入件数，另列征集与认领
WITH actions AS (
    SELECT area_code, month, estate, '微心愿' AS kind, wishes_done AS actions, wishes_raised, wishes_claimed,
           wishes_done, joint_talks, origin
    FROM core.micro_actions
    UNION ALL
    SELECT area_code, month, estate, '微协商', micro_consultations, NULL, NULL, NULL, NULL, origin
    FROM core.micro_actions
    UNION ALL
    SELECT area_code, month, estate, '微服务', services, NULL, NULL, NULL, NULL, origin
    FROM core.micro_actions
    UNION ALL
    SELECT area_code, month, estate, '微改造', renovations, NULL, NULL, NULL, NULL, origin
    FROM core.micro_actions
)

SELECT area_code, month, estate, kind, actions, wishes_raised, wishes_claimed, wishes_done, joint_talks, origin
FROM actions
ORDER BY month, area_code, estate, kind
