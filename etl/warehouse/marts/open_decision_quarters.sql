-- 一行是一项议定事项在议定后一个季度末的一种在办状态：处于这种状态的计 1，其余计 0，使每种状态在每个季度都有数
SELECT
    matter.area_code,
    matter.quarter,
    matter.decision_id,
    matter.task,
    matter.help_mode,
    matter.responsible_unit,
    stage.status,
    matter.open * (matter.status = stage.status)::INTEGER AS open,
    matter.origin
FROM mart.decision_quarters AS matter
CROSS JOIN (SELECT unnest(['推进中', '未启动', '受阻']) AS status) AS stage
ORDER BY matter.quarter, matter.decision_id, stage.status
