-- 一行是一个阵地一个月一类课程、一类学员的合计，按开课月份；比例的分母只含同一指标已到期上报的期次
SELECT
    site.area_code,
    strftime(course.started_on, '%Y-%m') AS month,
    site.name AS site,
    course.category,
    course.audience,
    count(*) AS courses,
    sum(course.enrolled)::BIGINT AS enrolled,
    sum(course.completed)::BIGINT AS completed,
    sum(course.enrolled) FILTER (WHERE course.completed IS NOT NULL)::BIGINT AS enrolled_of_completed,
    sum(course.certified)::BIGINT AS certified,
    sum(course.completed) FILTER (WHERE course.certified IS NOT NULL)::BIGINT AS completed_of_certified,
    sum(course.converted_3m)::BIGINT AS converted_3m,
    sum(course.completed) FILTER (WHERE course.converted_3m IS NOT NULL)::BIGINT AS completed_due_3m,
    sum(course.converted_6m)::BIGINT AS converted_6m,
    sum(course.completed) FILTER (WHERE course.converted_6m IS NOT NULL)::BIGINT AS completed_due_6m,
    sum(course.enrolled) FILTER (WHERE course.converted_6m IS NOT NULL)::BIGINT AS enrolled_due_6m,
    sum(course.converted_3m) FILTER (WHERE course.converted_6m IS NOT NULL)::BIGINT AS converted_3m_due_6m,
    count(*) FILTER (WHERE course.converted_6m IS NOT NULL) AS courses_due_6m,
    course.origin
FROM core.training_courses AS course
JOIN core.service_sites AS site ON site.site_code = course.site_code
GROUP BY
    site.area_code, strftime(course.started_on, '%Y-%m'), site.name, course.category, course.audience, course.origin
ORDER BY month, site.area_code, site, category, audience
