-- 一行是一条核对：两边各由公开数据、附件或报表算出，是否相等；缺数据的不下结论
WITH term AS (
    -- The numbers of the town's own checks; one that is not known is NULL, and so is all that is made from it.
    SELECT
        asked.check_id,
        asked.part,
        asked.place,
        asked.words,
        asked.counted,
        CASE asked.counted
            WHEN 'fact' THEN fact.value
            WHEN 'grids' THEN CASE WHEN fact.value IS NOT NULL THEN (
                SELECT count(*)
                FROM mart.area_tree AS tree
                JOIN core.areas AS areas ON areas.area_code = tree.area_code AND areas.level = '网格'
                WHERE tree.ancestor_code = fact.area_code
            ) END
            WHEN 'organizations' THEN (
                SELECT sum((len(asked.kinds) = 0 OR list_contains(asked.kinds, listed.kind))::INTEGER)
                FROM core.party_liaison AS listed
            )
        END AS value
    FROM content.fact_check_terms AS asked
    LEFT JOIN core.published_facts AS fact ON fact.fact_id = asked.fact_id
),

unit_residents AS (
    -- What the ledger of the grids says of a unit, known where all its grids sent theirs, beside the village's own count.
    SELECT
        unit.district_code,
        unit.zone_kind,
        report.quarter,
        CASE WHEN count(report.resident_persons) = count(*) THEN sum(report.resident_persons) END AS in_grids,
        any_value(village.resident_persons) AS in_village,
        any_value(village.origin) = 'published' AS is_published
    FROM mart.grid_quarters AS report
    JOIN mart.area_profile AS grid ON grid.area_code = report.area_code
    JOIN mart.area_profile AS unit ON unit.area_code = grid.parent_code
    LEFT JOIN mart.population_quarters AS village
        ON village.area_code = unit.area_code AND village.quarter = report.quarter
    GROUP BY unit.district_code, unit.area_code, unit.zone_kind, report.quarter
),

district_residents AS (
    SELECT
        district_code,
        quarter,
        sum(in_village) AS in_villages,
        sum(in_grids) FILTER (WHERE in_village IS NOT NULL) AS in_grids,
        coalesce(sum(in_grids) FILTER (WHERE in_village IS NULL), 0) AS beside
    FROM unit_residents
    GROUP BY district_code, quarter
    HAVING count(in_village) > 0 AND count(*) FILTER (WHERE in_village IS NOT NULL AND in_grids IS NULL) = 0
    -- The quarter of which the villages' own counts were published, else the last one.
    QUALIFY row_number() OVER (
        PARTITION BY district_code ORDER BY coalesce(bool_or(is_published), false) DESC, quarter DESC
    ) = 1
),

side AS (
    SELECT
        check_id,
        part,
        CASE WHEN bool_and(value IS NOT NULL OR counted IS NULL) THEN sum(value) END AS value,
        CASE WHEN bool_and(value IS NOT NULL OR counted IS NULL)
            THEN string_agg(words || coalesce(format('{:.0f}', value::DOUBLE), ''), '' ORDER BY place) END AS words
    FROM term
    GROUP BY check_id, part
),

sides AS (
    SELECT
        own.place AS sort_order,
        own.check_id,
        own.statement,
        above.value AS left_value,
        below.value AS right_value,
        note.words AS note
    FROM content.fact_checks AS own
    JOIN side AS above ON above.check_id = own.check_id AND above.part = 'left'
    JOIN side AS below ON below.check_id = own.check_id AND below.part = 'right'
    JOIN side AS note ON note.check_id = own.check_id AND note.part = 'note'
    UNION ALL
    SELECT
        100, 'residents_' || residents.district_code,
        district.name || '各村常住人口（人口与户），应等于同几个村的网格台账之和',
        in_villages, in_grids,
        format('{}年第{}季度：村 {} 人对网格 {} 人；常住人口只含村（社区），另有园区、厂区网格 {} 人，合计 {} 人',
               left(residents.quarter, 4), right(residents.quarter, 1), in_villages, in_grids, beside, in_grids + beside)
    FROM district_residents AS residents
    JOIN mart.area_profile AS district ON district.area_code = residents.district_code
    UNION ALL
    SELECT 200 + sort_order, check_id, statement, left_value, right_value, note
    FROM mart.plausibility_checks
)

SELECT
    check_id,
    statement,
    left_value::DECIMAL(20, 6) AS left_value,
    right_value::DECIMAL(20, 6) AS right_value,
    left_value = right_value AS holds,
    coalesce(note, '缺少数据，不下结论') AS note,
    sort_order
FROM sides
ORDER BY sort_order, check_id
