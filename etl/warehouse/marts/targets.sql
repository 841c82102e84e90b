-- 一行是一个区域一项指标一年的目标，进度为年初以来累计；限定词与公开数据相同：eq 确数、gt 超、ge 以上、approx 约、le 以内、lt 低于
SELECT
    area_code,
    metric AS metric_label,
    year,
    CASE qualifier
        WHEN '确数' THEN 'eq' WHEN '超' THEN 'gt' WHEN '以上' THEN 'ge'
        WHEN '约' THEN 'approx' WHEN '以内' THEN 'le' WHEN '低于' THEN 'lt'
    END AS qualifier,
    target_value,
    target_unit,
    course_q1,
    course_q2,
    course_q3,
    course_q4,
    document,
    origin
FROM core.targets
ORDER BY area_code, year, metric
