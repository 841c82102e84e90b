-- 一行是一条核对：两边各由公开数据、附件或报表算出，是否相等；缺数据的不下结论
WITH fact AS (
    SELECT
        max(value) FILTER (WHERE fact_id = 'BG009') AS branches,
        max(value) FILTER (WHERE fact_id = 'BG010') AS enterprise_branches,
        max(value) FILTER (WHERE fact_id = 'BG011') AS society_branches,
        max(value) FILTER (WHERE fact_id = 'BG012') AS floating_branches,
        max(value) FILTER (WHERE fact_id = 'BG053') AS grids,
        max(value) FILTER (WHERE fact_id = 'BG008') AS park_grids,
        max(value) FILTER (WHERE fact_id = 'BG022') AS first_village_grids,
        max(value) FILTER (WHERE fact_id = 'BG031') AS second_village_grids,
        max(value) FILTER (WHERE fact_id = 'BG054') AS leaders
    FROM core.published_facts
),

annex AS (
    SELECT
        nullif(count(*), 0) AS organizations,
        count(*) FILTER (WHERE kind <> '社会组织') AS enterprise_organizations,
        count(*) FILTER (WHERE kind = '社会组织') AS society_organizations
    FROM core.party_liaison
),

register AS (
    -- The published division covers the one 片区 that fact BG053 speaks of.
    SELECT count(*) AS grids
    FROM core.published_facts AS published
    JOIN mart.area_tree AS tree ON tree.ancestor_code = published.area_code
    JOIN core.areas AS areas ON areas.area_code = tree.area_code AND areas.level = '网格'
    WHERE published.fact_id = 'BG053'
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

sides AS (
    SELECT
        1 AS sort_order,
        'branches' AS check_id,
        '科技园党委下辖党支部数，应等于非公企业、社会组织与流动党组织之和' AS statement,
        branches AS left_value,
        enterprise_branches + society_branches + floating_branches AS right_value,
        format('{:.0f} 对 {:.0f} + {:.0f} + {:.0f}', branches::DOUBLE, enterprise_branches::DOUBLE,
               society_branches::DOUBLE, floating_branches::DOUBLE) AS note
    FROM fact
    UNION ALL
    SELECT
        2, 'grids', '“三区”单元网格数，应等于科技园、塘后村、仑后村网格数之和',
        grids, park_grids + first_village_grids + second_village_grids,
        format('{:.0f} 对 {:.0f} + {:.0f} + {:.0f}', grids::DOUBLE, park_grids::DOUBLE,
               first_village_grids::DOUBLE, second_village_grids::DOUBLE)
    FROM fact
    UNION ALL
    SELECT
        3, 'leaders', '网格长数，应等于单元网格数（一格一长）',
        leaders, grids, format('{:.0f} 名网格长对 {:.0f} 个网格', leaders::DOUBLE, grids::DOUBLE)
    FROM fact
    UNION ALL
    SELECT
        4, 'register', '区域目录登记的网格数，应等于公开的单元网格数',
        CASE WHEN fact.grids IS NOT NULL THEN register.grids END, fact.grids,
        format('目录 {} 个对公开 {:.0f} 个', register.grids, fact.grids::DOUBLE)
    FROM fact CROSS JOIN register
    UNION ALL
    SELECT
        5, 'annex', '附件2所列党组织数，应等于正文的非公企业与社会组织党支部数之和',
        annex.organizations, fact.enterprise_branches + fact.society_branches,
        format('附件 {} 行对正文 {:.0f} + {:.0f}；按名称归类，附件有社会组织 {} 个，正文为 {:.0f} 个',
               annex.organizations, fact.enterprise_branches::DOUBLE, fact.society_branches::DOUBLE,
               annex.society_organizations, fact.society_branches::DOUBLE)
    FROM fact CROSS JOIN annex
    UNION ALL
    SELECT
        6, 'annex_enterprises', '附件2中企业、联合与园区支部数，应等于正文的非公企业党支部数',
        CASE WHEN annex.organizations IS NOT NULL THEN annex.enterprise_organizations END, fact.enterprise_branches,
        format('附件 {} 个对正文 {:.0f} 个', annex.enterprise_organizations, fact.enterprise_branches::DOUBLE)
    FROM fact CROSS JOIN annex
    UNION ALL
    SELECT
        7, 'annex_societies', '附件2中社会组织党支部数，应等于正文的社会组织党支部数',
        CASE WHEN annex.organizations IS NOT NULL THEN annex.society_organizations END, fact.society_branches,
        format('附件 {} 个对正文 {:.0f} 个', annex.society_organizations, fact.society_branches::DOUBLE)
    FROM fact CROSS JOIN annex
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
