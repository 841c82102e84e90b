-- 一行是一个有图形的区域
SELECT
    shape.area_code,
    areas.name,
    areas.level,
    areas.zone_kind,
    areas.parent_code,
    shape.rings,
    shape.centre_longitude,
    shape.centre_latitude,
    shape.area_km2,
    shape.geometry_status,
    shape.origin
FROM core.geometry AS shape
JOIN mart.area_profile AS areas ON areas.area_code = shape.area_code
ORDER BY areas.sort_order
