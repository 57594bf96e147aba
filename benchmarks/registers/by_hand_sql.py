"""The contender: SQL for DuckDB, written by hand, for the questions that ``simple_appeal`` answers of its register.

It is what an analyst writes who knows this process and this register: windows over each case for what stands against a
line, one row a case for the terms that begin with it, a window more for those that run per request. It is told the days
on which the office works as a table. It does less than the columns do: it says neither which steps were left out, nor
whether a rule is law, reads no text that is not as it should be, judges nothing a second time, and holds for this
process alone. Where it errs is written at its end.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa

from prcomm.core.calendar import hours
from prcomm.law import UZ
from registers.simple_appeal import POST

FIRST, LAST = date(2022, 12, 1), date(2027, 12, 31)
TIME = "make_timestamp(epoch_us(time) + 5 * 3600000000)"
ACTS = """
CREATE TEMP TABLE acts AS
SELECT "case" AS id, file_row_number AS line, activity AS act, role, {time} AS done, kind, until, request
FROM read_parquet('{path}', file_row_number = true) WHERE activity <> 'Note'
"""
STEPS = """
CREATE TEMP TABLE steps AS
WITH before AS (
  SELECT *, max(CASE WHEN act = 'Receive' THEN line END) OVER w AS begun, max(done) OVER w AS latest,
         arg_max(act, line) FILTER (act NOT IN ('Receive', 'Assign', 'Ask', 'Give')) OVER w AS led,
         max(CASE WHEN act NOT IN ('Receive', 'Assign', 'Ask', 'Give') THEN line END) OVER w AS led_at,
         max(CASE WHEN act = 'Assign' THEN line END) OVER w AS assigned
  FROM acts
  WINDOW w AS (PARTITION BY id ORDER BY line ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
), stood AS (
  SELECT *, CASE WHEN begun IS NULL THEN 'none' WHEN led IS NULL THEN 'received'
                 WHEN led = 'Register' THEN CASE WHEN assigned > led_at THEN 'in review' ELSE 'registered' END
                 WHEN led = 'Study' THEN 'extra study' WHEN led = 'Extend' THEN 'extended'
                 WHEN led = 'Decide' THEN 'decided' WHEN led = 'SendReply' THEN 'considered'
                 ELSE 'forwarded' END AS state
  FROM before
), judged AS (
  SELECT id, line, act, begun IS NOT NULL AND done < latest AS late,
         NOT CASE act WHEN 'Receive' THEN state = 'none' WHEN 'Register' THEN state = 'received'
             WHEN 'Forward' THEN state = 'registered'
             WHEN 'Assign' THEN state IN ('registered', 'in review', 'extra study', 'extended')
             WHEN 'Study' THEN state = 'in review' WHEN 'Extend' THEN state IN ('in review', 'extra study')
             WHEN 'SendReply' THEN state = 'decided'
             ELSE state IN ('in review', 'extra study', 'extended') END AS out_of_state,
         NOT CASE act WHEN 'Receive' THEN role = 'registrar' WHEN 'Register' THEN role = 'registrar'
             WHEN 'Extend' THEN role = 'head' WHEN 'Study' THEN role = 'executor' WHEN 'Ask' THEN role = 'executor'
             WHEN 'Give' THEN role = 'other body' ELSE role IN ('head', 'authorised official') END AS by_another,
         act = 'Extend' AND first_value(kind IGNORE NULLS) OVER (PARTITION BY id ORDER BY line) = 'PROPOSAL' AS never
  FROM stood
)
SELECT * FROM judged WHERE late OR out_of_state OR by_another OR never
"""
CASES = """
CREATE TEMP TABLE cases AS
WITH lines AS (
  SELECT a.*, s.line IS NOT NULL AND (s.out_of_state OR s.never) AS unlawful
  FROM acts a LEFT JOIN (SELECT * FROM steps WHERE act IN ('Study', 'Extend')) s USING (line)
), began AS (
  SELECT id, min(line) AS begun FROM acts WHERE act = 'Receive' GROUP BY id
)
SELECT id, any_value(kind) FILTER (act = 'Receive') AS kind, min(done) FILTER (act = 'Receive') AS done,
       arg_min(done::DATE, line) FILTER (act = 'Register') AS registered,
       arg_min(done::DATE, line) FILTER (act IN ('SendReply', 'Forward')) AS answered,
       arg_min(done::DATE, line) FILTER (act = 'Forward') AS forwarded,
       min(line) FILTER (act = 'Forward') AS forwarded_at,
       min(line) FILTER (act IN ('SendReply', 'Assign')) AS taken_at,
       min(line) FILTER (act IN ('SendReply', 'Forward')) AS closed,
       arg_min((line, done::DATE), line) FILTER (act = 'Study' AND NOT unlawful) AS study,
       arg_min((line, done::DATE, until), line) FILTER (act = 'Extend' AND NOT unlawful) AS extend,
       max((act = 'Decide')::INT) AS decided, max((act = 'SendReply')::INT) AS replied
FROM lines JOIN began USING (id) WHERE line >= begun GROUP BY id
"""
DUES = """
CREATE TEMP TABLE dues AS
WITH counted AS (
  SELECT c.*, d.works AND c.done::TIME < d.closes AS in_time, d.nth, d.next,
         (c.done::DATE + CASE WHEN kind = 'PROPOSAL' THEN INTERVAL 1 MONTH ELSE INTERVAL 15 DAY END)::DATE AS plain
  FROM cases c JOIN days d ON d.day = c.done::DATE
), rolled AS (
  SELECT c.*, d.next AS first_last FROM counted c JOIN days d ON d.day = c.plain
), studied AS (
  SELECT *, study IS NOT NULL AND (closed IS NULL OR study[1] <= closed) AND study[2] <= first_last AS longer
  FROM rolled
), lengthened AS (
  SELECT s.*, longer AND kind = 'PROPOSAL' AS lifted,
         CASE WHEN longer THEN m.next ELSE first_last END AS second_last
  FROM studied s JOIN days m ON m.day = (s.done::DATE + INTERVAL 1 MONTH)::DATE
), ended AS (
  SELECT l.*, CASE WHEN extend IS NOT NULL AND (closed IS NULL OR extend[1] <= closed) AND extend[2] <= second_last
                   THEN u.next ELSE second_last END AS last
  FROM lengthened l LEFT JOIN days u ON u.day = l.extend[3]
), same_day AS (
  SELECT e.*, n.day AS by_day
  FROM ended e JOIN days n ON n.works AND n.nth = e.nth + CASE WHEN in_time THEN 0 ELSE 1 END
)
SELECT id, 'registration' AS due, NULL AS request, by_day AS last, registered IS NULL AS owed FROM same_day
WHERE coalesce(registered, DATE '{now}') > by_day
UNION ALL
SELECT id, 'forwarding', NULL, f.day, false FROM counted c JOIN days f ON f.works AND f.nth = c.nth + 5
WHERE forwarded > f.day AND (taken_at IS NULL OR forwarded_at < taken_at)
UNION ALL
SELECT id, 'consideration', NULL, last, answered IS NULL FROM ended
WHERE NOT lifted AND coalesce(answered, DATE '{now}') > last
UNION ALL
SELECT id, 'reply', NULL, NULL, true FROM (
  SELECT id, act, lead(act) OVER w AS next, lag(act) OVER w AS before
  FROM acts JOIN (SELECT id FROM cases WHERE decided = 1) USING (id) WHERE act IN ('Decide', 'SendReply')
  WINDOW w AS (PARTITION BY id ORDER BY line)
) WHERE act = 'Decide' AND next IS NULL AND before IS DISTINCT FROM 'Decide'
UNION ALL
SELECT id, 'information', request, d10.day, given IS NULL FROM (
  SELECT id, request, act, done::DATE AS day, lag(act) OVER w AS before,
         arg_min(done::DATE, line) FILTER (act = 'Give')
           OVER (w ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS given
  FROM acts SEMI JOIN cases USING (id) WHERE act IN ('Ask', 'Give')
  WINDOW w AS (PARTITION BY id, request ORDER BY line)
) a JOIN days d ON d.day = a.day JOIN days d10 ON d10.works AND d10.nth = d.nth + 10
WHERE act = 'Ask' AND before IS DISTINCT FROM 'Ask' AND coalesce(given, DATE '{now}') > d10.day
"""


def days() -> pa.Table:
    """The office's days: whether it works, until when, the next on which it does, and how many were worked so far."""
    return pa.Table.from_pylist([*_days()])


def _days() -> Iterator[dict[str, object]]:
    table, nth = UZ.calendar.of(POST), 0
    for o in range(FIRST.toordinal(), LAST.toordinal() + 1):
        works = table.works(o)
        nth += works
        on = date.fromordinal(o)
        closes = hours.closing(o, table, POST).time() if works else None
        yield {"day": on, "works": works, "closes": closes, "nth": nth, "next": date.fromordinal(table.on_or_after(o))}


def audit(path: Path, at: date) -> tuple[int, dict[str, int]]:
    """How many lines something stands against, and how many dues of each deadline are late or owed."""
    with duckdb.connect() as connection:
        connection.register("given", days())
        connection.execute("CREATE TEMP TABLE days AS SELECT * FROM given")
        for query in (ACTS, STEPS, CASES, DUES):
            connection.execute(query.format(path=str(path), time=TIME, now=at.isoformat()))
        row = connection.execute("SELECT count(*) FROM steps").fetchone()
        dues = connection.execute("SELECT due, count(*) FROM dues GROUP BY due ORDER BY due").fetchall()
    return 0 if row is None else int(row[0]), {str(due): int(count) for due, count in dues}
