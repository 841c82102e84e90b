-- 一行是一个区域与它的一个上级；含它自身，相距 0 层
WITH RECURSIVE tree AS (
    SELECT area_code AS ancestor_code, area_code, 0 AS distance
    FROM core.areas
    UNION ALL
    -- The tree has five levels; the bound only ends a chain of parents that runs in a circle.
    SELECT areas.parent_code, tree.area_code, tree.distance + 1
    FROM tree
    JOIN core.areas AS areas ON areas.area_code = tree.ancestor_code
    WHERE areas.parent_code IS NOT NULL AND tree.distance < 9
)
SELECT DISTINCT ancestor_code, area_code, distance
FROM tree
ORDER BY ancestor_code, distance, area_code
