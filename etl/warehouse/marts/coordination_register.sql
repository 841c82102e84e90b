-- 一行是一个统筹协调机构，带它统筹的区域与出处
SELECT
    body.body_id,
    body.name,
    body.kind,
    body.area_code,
    area.name AS area_name,
    body.established_on,
    body.head_post,
    body.posts,
    body.member_units,
    body.quote,
    document.title AS document_title,
    body.paragraph,
    body.origin
FROM core.coordination_bodies AS body
JOIN core.areas AS area ON area.area_code = body.area_code
LEFT JOIN core.documents AS document ON document.document_id = body.document_id
ORDER BY body.area_code, body.body_id
