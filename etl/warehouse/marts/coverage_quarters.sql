-- 一行是一个区域的一个季度，季末数：运营企业按单独组建、联合组建、仅工作覆盖各计一次
SELECT
    area_code,
    quarter,
    enterprises_operating,
    covered_single,
    covered_joint,
    covered_by_industry,
    covered_joint - covered_by_industry AS covered_by_region,
    covered_by_work_only,
    instructors,
    origin
FROM core.party_coverage
ORDER BY quarter, area_code
