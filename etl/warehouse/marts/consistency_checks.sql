-- 一行是一条核对：两边各由公开数据、附件或报表算出，是否相等；缺数据的不下结论
WITH grids_in AS (
    SELECT tree.ancestor_code AS area_code, count(*) AS grids
    FROM mart.area_tree AS tree
    JOIN core.areas AS areas ON areas.area_code = tree.area_code AND areas.level = '网格'
    GROUP BY tree.ancestor_code
),

listed_for AS (
    -- The organizations of the kinds that a term names, of all kinds where it names none.
    SELECT
        asked.check_id,
        asked.part,
        asked.place,
        sum((array_length(asked.kinds) = 0 OR list_contains(asked.kinds, listed.kind))::INTEGER) AS organizations
    FROM content.fact_check_terms AS asked
    CROSS JOIN core.party_liaison AS listed
    GROUP BY asked.check_id, asked.part, asked.place
),

term AS (
    -- The numbers of the town's own checks; one that is not known is NULL, and so is all that is made from it.
    SELECT
        asked.check_id,
        asked.part,
        asked.place,
        asked.words,
        asked.counted,
        CASE asked.counted
            WHEN 'fact' THEN fact.value
            WHEN 'grids' THEN CASE WHEN fact.value IS NOT NULL THEN coalesce(grids_in.grids, 0) END
            WHEN 'organizations' THEN listed_for.organizations
        END AS value
    FROM content.fact_check_terms AS asked
    LEFT JOIN core.published_facts AS fact ON fact.fact_id = asked.fact_id
    LEFT JOIN grids_in ON grids_in.area_code = fact.area_code
    LEFT JOIN listed_for
        ON listed_for.check_id = asked.check_id AND listed_for.part = asked.part AND listed_for.place = asked.place
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

summed AS (
    SELECT
        district_code,
        quarter,
        count(in_village) AS villages,
        count(*) FILTER (WHERE in_village IS NOT NULL AND in_grids IS NULL) AS lacking,
        coalesce(bool_or(is_published), false) AS has_published,
        sum(in_village) AS in_villages,
        sum(in_grids) FILTER (WHERE in_village IS NOT NULL) AS in_their_grids,
        coalesce(sum(in_grids) FILTER (WHERE in_village IS NULL), 0) AS beside
    FROM unit_residents
    GROUP BY district_code, quarter
),

district_residents AS (
    -- The quarter of which the villages' own counts were published, else the last one.
    SELECT ordered.*
    FROM (
        SELECT
            summed.*,
            row_number() OVER (PARTITION BY district_code ORDER BY has_published DESC, quarter DESC) AS place
        FROM summed
        WHERE villages > 0 AND lacking = 0
    ) AS ordered
    WHERE ordered.place = 1
),

side AS (
    SELECT
        check_id,
        part,
        CASE WHEN bool_and(value IS NOT NULL OR counted IS NULL) THEN sum(value) END AS value,
        CASE WHEN bool_and(value IS NOT NULL OR counted IS NULL)
            THEN string_agg(words || coalesce(round(value)::BIGINT::VARCHAR, ''), '' ORDER BY place) END AS words
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
        in_villages, in_their_grids,
        left(residents.quarter, 4) || '年第' || right(residents.quarter, 1) || '季度：村 ' || in_villages::VARCHAR
            || ' 人对网格 ' || in_their_grids::VARCHAR || ' 人；常住人口只含村（社区），另有园区、厂区网格 ' || beside::VARCHAR
            || ' 人，合计 ' || (in_their_grids + beside)::VARCHAR || ' 人'
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
