-- 一行是一条合理性核对：不合常理的填报有几处，应为 0；不合常理的照报照算，请填报单位核实
WITH mediation AS (
    SELECT
        area_code,
        -- What had been open before the first month is not known, so an area is judged from there on.
        sum(sum(accepted) - sum(closed)) OVER (PARTITION BY area_code ORDER BY month) AS open_at_end
    FROM core.mediation_months
    GROUP BY area_code, month
),

-- `told` places were judged, `odd` of them defy belief.
judged AS (
    SELECT
        1 AS place,
        'mediation_open' AS check_id,
        '多元调解中累计结案多于累计受理的区域月份数，应为 0' AS statement,
        count(*) AS told,
        count(*) FILTER (WHERE open_at_end < 0) AS odd,
        '个区域月份' AS counted
    FROM mediation
    UNION ALL
    SELECT
        2, 'village_households', '人口与户中每户常住人口不在 1 至 6 人的村时点数，应为 0；更多的，户是户籍户',
        count(*), count(*) FILTER (WHERE resident_persons NOT BETWEEN households AND 6 * households),
        '个村时点'
    FROM core.population
    UNION ALL
    SELECT
        3, 'grid_households', '网格力量中综合网格每户不在 1 至 6 人的网格季度数，应为 0；更多的，户是户籍户',
        count(*),
        count(*) FILTER (WHERE report.resident_persons NOT BETWEEN report.households AND 6 * report.households),
        '个网格季度'
    FROM core.grid_staffing AS report
    JOIN core.areas AS grid ON grid.area_code = report.grid_code AND grid.grid_kind = '综合'
    WHERE report.households > 0 AND report.resident_persons IS NOT NULL
    UNION ALL
    SELECT
        4, 'output_per_employee', '从业人员人均季度总产值不在 0.5 万元至 200 万元的企业季报数，应为 0',
        count(*),
        count(*) FILTER (WHERE gross_output_cny_10k NOT BETWEEN 0.5 * employees_persons AND 200 * employees_persons),
        '份季报'
    FROM core.enterprise_quarters
    WHERE gross_output_cny_10k > 0 AND employees_persons > 0
    UNION ALL
    SELECT
        5, 'output_per_mwh', '每兆瓦时用电总产值不在 0.2 万元至 100 万元的企业季报数，应为 0',
        count(*),
        count(*) FILTER (WHERE gross_output_cny_10k NOT BETWEEN 0.2 * electricity_mwh AND 100 * electricity_mwh),
        '份季报'
    FROM core.enterprise_quarters
    WHERE gross_output_cny_10k > 0 AND electricity_mwh > 0
    UNION ALL
    SELECT
        6, 'trade_output', '填了总产值或销售产值的商贸物流企业季报数，应为 0；商贸物流没有工业产值',
        count(*), count(*) FILTER (WHERE greatest(report.gross_output_cny_10k, report.sales_output_cny_10k) > 0), '份季报'
    FROM core.enterprise_quarters AS report
    JOIN mart.enterprise_attributes AS held
        ON held.enterprise_code = report.enterprise_code AND held.quarter = report.quarter AND held.industry = '商贸物流'
)

SELECT
    check_id,
    statement,
    CASE WHEN told > 0 THEN odd END AS left_value,
    CASE WHEN told > 0 THEN 0 END AS right_value,
    CASE
        WHEN told > 0
            THEN '核对 ' || told::VARCHAR || ' ' || counted || '，' || odd::VARCHAR || ' ' || left(counted, 1) || '不合常理'
    END AS note,
    place AS sort_order
FROM judged
ORDER BY sort_order
