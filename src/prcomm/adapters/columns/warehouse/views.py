"""The views: what each is called, whether it is kept as a table, and its query, in words of DuckDB and Spark both."""

from typing import Final

VIEWS: Final = (
    ("prcomm_lines", True, """\
SELECT r.case_id, r.line, r.done_at, CAST(r.done_at AS DATE) AS day, r.era, coalesce(s.letter, -1) AS letter,
  row_number() OVER (PARTITION BY r.case_id ORDER BY r.line) AS n, r.action<TOLD>
FROM (SELECT *, <ERA> AS era, CASE WHEN done_at IS NOT NULL THEN <SAID> END AS said
      FROM prcomm_register CROSS JOIN prcomm_asked
      WHERE coalesce(action, '') <> '' AND (done_at IS NULL OR done_at <= as_of)) r
LEFT JOIN prcomm_said s ON s.said = r.said"""),
    # what each line does: a line that is not known leads to node 1, as what SQL can't say does, and stays there
    ("prcomm_walked", True, """\
WITH RECURSIVE walked AS (
  SELECT l.case_id, l.n, coalesce(c.leads_to, 1) AS node, coalesce(c.found, 0) AS found
  FROM prcomm_lines l LEFT JOIN prcomm_steps c ON c.node = 0 AND c.letter = l.letter AND c.era = l.era
  WHERE l.n = 1
  UNION ALL
  SELECT l.case_id, l.n, coalesce(c.leads_to, 1) AS node, coalesce(c.found, 0) AS found
  FROM walked w JOIN prcomm_lines l ON l.case_id = w.case_id AND l.n = w.n + 1
  LEFT JOIN prcomm_steps c ON c.node = w.node AND c.letter = l.letter AND c.era = l.era)
SELECT * FROM walked"""),
    ("prcomm_cases", True, """\
SELECT w.case_id, min(CASE WHEN w.node <> 0 THEN w.n END) AS began, max(CASE WHEN w.n = e.n THEN w.node END) AS node
FROM prcomm_walked w JOIN (SELECT case_id, max(n) AS n FROM prcomm_walked GROUP BY case_id) e ON e.case_id = w.case_id
GROUP BY w.case_id"""),
    ("prcomm_entered", True, """\
SELECT l.*, w.found, b.node, b.began,
  CASE WHEN l.n >= b.began AND l.done_at < max(CASE WHEN l.n >= b.began THEN l.done_at END)
    OVER (PARTITION BY l.case_id ORDER BY l.n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
    THEN 1 ELSE 0 END AS late
FROM prcomm_lines l JOIN prcomm_walked w ON w.case_id = l.case_id AND w.n = l.n
JOIN prcomm_cases b ON b.case_id = l.case_id
WHERE b.node <> 1"""),
    # the clocks: those that close part a case into stretches, and in each the first that begins runs
    ("prcomm_begun", False, """\
SELECT k.deadline, w.case_id, w.n, w.done_at, w.day, w.era, w.letter, w.node, k.closes, k.meets,
  CASE WHEN w.n = w.began THEN k.begins_first ELSE k.begins END AS begins,
  CASE WHEN k.moves = 1 AND a.law = 0 THEN 1 ELSE 0 END AS moves, <KEY> AS key_
FROM prcomm_entered w JOIN prcomm_clocks k ON k.letter = w.letter
JOIN prcomm_against a ON a.found = w.found
WHERE w.n >= w.began"""),
    ("prcomm_stretches", False, """\
SELECT m.*,
  sum(closes) OVER (PARTITION BY deadline, case_id, key_ ORDER BY n
    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS stretch,
  min(CASE WHEN closes = 1 THEN n END) OVER (PARTITION BY deadline, case_id, key_ ORDER BY n
    ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS closed,
  min(CASE WHEN moves = 1 THEN n END) OVER (PARTITION BY deadline, case_id, key_ ORDER BY n
    ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS moved
FROM prcomm_begun m"""),
    ("prcomm_termed", False, """\
SELECT m.*, d.certain, d.provided, d.basis, t.term,
  CASE WHEN t.term IS NULL OR m.day < d.owed_from THEN 'nothing' WHEN m.day < d.unknown_to THEN 'unknown'
    ELSE t.what END AS what
FROM prcomm_stretches m JOIN prcomm_deadlines d ON d.deadline = m.deadline
LEFT JOIN prcomm_terms t
  ON t.deadline = m.deadline AND t.node = m.node AND t.letter = m.letter AND t.era = m.era
WHERE m.begins = 1"""),
    ("prcomm_running", False, """\
SELECT * FROM (
  SELECT m.*, row_number() OVER (PARTITION BY deadline, case_id, key_, stretch ORDER BY n) AS nth
  FROM prcomm_termed m WHERE certain = 1 OR what <> 'nothing') q
WHERE nth = 1 AND what <> 'nothing'"""),
    ("prcomm_dues", True, """\
SELECT m.deadline, m.case_id, m.key_, m.provided, m.basis, c.day AS closed, CAST(q.as_of AS DATE) AS today,
  CASE WHEN m.closed IS NULL THEN 0 ELSE k.meets END AS met,
  CASE WHEN m.moved <= coalesce(m.closed, m.moved) THEN 'moved'
       WHEN m.what = 'day' AND e.last IS NULL THEN 'unknown' ELSE m.what END AS what,
  CASE WHEN m.what = 'day' THEN CASE WHEN m.done_at >= e.closes THEN e.last_after ELSE e.last END END AS last
FROM prcomm_running m CROSS JOIN prcomm_asked q
LEFT JOIN prcomm_ends e ON e.deadline = m.deadline AND e.term = m.term AND e.day = m.day
LEFT JOIN prcomm_entered c ON c.case_id = m.case_id AND c.n = m.closed
LEFT JOIN prcomm_clocks k ON k.deadline = m.deadline AND k.letter = c.letter"""),
    ("prcomm_findings", True, """\
SELECT w.case_id, w.line, CASE WHEN w.late = 1 THEN a.kind_late ELSE a.kind END AS kind, w.action AS name,
  CASE WHEN w.late = 1 THEN a.reasons_late ELSE a.reasons END AS reasons, CAST(NULL AS STRING) AS key,
  CAST(NULL AS DATE) AS last, a.basis
FROM prcomm_entered w JOIN prcomm_against a ON a.found = w.found WHERE a.stands = 1 OR w.late = 1
UNION ALL
SELECT w.case_id, w.line, 'missing', w.action, '', CAST(NULL AS STRING), CAST(NULL AS DATE), a.basis
FROM prcomm_entered w JOIN prcomm_against a ON a.found = w.found WHERE a.way = 1
UNION ALL
SELECT case_id, CAST(NULL AS BIGINT), kind, deadline, '', key_, last, basis
FROM (SELECT d.*, CASE
        WHEN provided = 1 AND met = 0 THEN NULL
        WHEN what = 'none' AND met = 0 AND closed IS NULL THEN 'owed'
        WHEN what <> 'day' THEN NULL
        WHEN closed > last THEN 'late'
        WHEN closed IS NULL AND today > last THEN 'owed' END AS kind
      FROM prcomm_dues d WHERE what <> 'unknown' AND what <> 'moved') q
WHERE kind IS NOT NULL"""),
    ("prcomm_not_judged", True, """\
SELECT case_id, CAST(NULL AS STRING) AS name, 'a step of it is not in SQL' AS why FROM prcomm_cases WHERE node = 1
UNION ALL
SELECT DISTINCT case_id, deadline, CASE WHEN what = 'moved' THEN 'it is moved' ELSE 'its term is not in SQL' END
FROM prcomm_dues WHERE what = 'unknown' OR what = 'moved'"""),
)  # fmt: skip
