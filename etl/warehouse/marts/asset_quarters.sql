-- 一行是一处资产的一个季度；没有报来的季度，状态与面积沿用上一次上报，至多沿用三个季度，金额不沿用
WITH quarters AS (
    SELECT quarter, row_number() OVER (ORDER BY quarter) AS place
    FROM (SELECT DISTINCT quarter FROM core.assets) AS told
),

-- Every report and the quarters until the asset's next one.
reports AS (
    SELECT
        report.*,
        quarters.place,
        lead(quarters.place) OVER (PARTITION BY report.asset_id ORDER BY quarters.place) AS next_place,
        -- Once idle, an asset belongs to what was to be revived; one that was always in use does not.
        bool_or(report.state <> '运营') OVER (PARTITION BY report.asset_id ORDER BY quarters.place) AS was_idle
    FROM core.assets AS report
    JOIN quarters ON quarters.quarter = report.quarter
),

held AS (
    SELECT
        reports.* EXCLUDE (quarter, place, next_place),
        quarters.quarter,
        quarters.place = reports.place AS has_report,
        -- An idle asset earns nothing; for the others an empty cell is not known.
        CASE WHEN reports.state = '闲置' THEN 0 ELSE reports.income_cny_10k END AS earned,
        CASE WHEN reports.state = '闲置' THEN coalesce(reports.cost_cny_10k, 0) ELSE reports.cost_cny_10k END AS spent,
        CASE WHEN reports.state = '闲置' THEN 0 ELSE reports.collective_income_cny_10k END AS to_village
    FROM reports
    JOIN quarters
        ON quarters.place >= reports.place
        AND quarters.place < coalesce(reports.next_place, quarters.place + 1)
        AND quarters.place <= reports.place + 3
)

SELECT
    area_code,
    quarter,
    asset_id,
    title,
    kind,
    state,
    has_report,
    area_m2,
    spaces,
    households_entitled,
    share_pct,
    in_use_since,
    unsettled_since,
    CASE WHEN NOT was_idle THEN 0 ELSE area_m2 END AS once_idle_m2,
    CASE WHEN NOT was_idle THEN 0 WHEN state = '运营' OR area_m2 IS NULL THEN area_m2 ELSE 0 END AS revived_m2,
    CASE WHEN state = '运营' THEN 0 ELSE area_m2 END AS idle_m2,
    -- The three stand or fall together, so that income − cost = village + owner.
    CASE WHEN has_report AND earned + spent + to_village IS NOT NULL THEN earned END AS income_cny_10k,
    CASE WHEN has_report AND earned + spent + to_village IS NOT NULL THEN spent END AS cost_cny_10k,
    CASE WHEN has_report AND earned + spent + to_village IS NOT NULL THEN to_village END AS collective_income_cny_10k,
    origin
FROM held
ORDER BY quarter, asset_id
