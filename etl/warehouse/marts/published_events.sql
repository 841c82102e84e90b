-- 一行是公开文件写到日期的一件事，连同文件；原文未印年份的按推定年份
WITH resolved AS (
    SELECT
        event.*,
        document.title AS document_title,
        coalesce(named.name, document.title) AS document_name,
        contains(event.dated, 'XXXX') AS is_year_assumed,
        replace(event.dated, 'XXXX', coalesce(document.assumed_year::VARCHAR, 'XXXX')) AS dated_as
    FROM core.published_events AS event
    JOIN core.documents AS document ON document.document_id = event.document_id
    LEFT JOIN content.documents AS named ON named.document_id = event.document_id
)

SELECT
    event_id,
    area_code,
    event,
    dated,
    dated_as,
    is_year_assumed,
    quote,
    document_id,
    document_title,
    document_name,
    paragraph,
    note,
    origin
FROM resolved
ORDER BY dated_as, event_id
