-- 一行是一个区域：名称路径、所属片区、排序与下级个数
WITH ranked AS (
    -- What the mechanism is about comes first: 片区 before other villages, 园区 before 厂区 before 社区.
    SELECT
        *,
        CASE
            WHEN level = '片区' THEN '0'
            WHEN zone_kind = '园区' THEN '1'
            WHEN zone_kind = '厂区' THEN '2'
            WHEN zone_kind = '社区' THEN '3'
            ELSE '4'
        END || area_code AS sibling_order
    FROM core.areas
),

lines AS (
    SELECT
        tree.area_code,
        max(tree.distance) AS depth,
        string_agg(ancestor.sibling_order, '/' ORDER BY tree.distance DESC) AS tree_order,
        string_agg(ancestor.name, ' / ' ORDER BY tree.distance DESC)
            FILTER (WHERE ancestor.level <> '市' OR tree.distance = 0) AS path,
        arg_min(ancestor.area_code, tree.distance) FILTER (WHERE ancestor.level = '片区') AS district_code
    FROM mart.area_tree AS tree
    JOIN ranked AS ancestor ON ancestor.area_code = tree.ancestor_code
    GROUP BY tree.area_code
),

families AS (
    SELECT parent_code, count(*) AS children
    FROM core.areas
    GROUP BY parent_code
)

SELECT
    areas.area_code,
    areas.name,
    areas.level,
    areas.zone_kind,
    areas.parent_code,
    areas.aliases,
    areas.land_mu,
    areas.grid_kind,
    areas.geometry_status,
    areas.note,
    lines.path,
    lines.district_code,
    lines.district_code IS NOT NULL AS is_in_scope,
    lines.depth,
    row_number() OVER (ORDER BY lines.tree_order) AS sort_order,
    coalesce(families.children, 0) AS children,
    areas.origin
FROM core.areas AS areas
JOIN lines ON lines.area_code = areas.area_code
LEFT JOIN families ON families.parent_code = areas.area_code
ORDER BY sort_order
