-- A store as it was written when documents had format 0: "kind" for "document", and no law named. Its index was counted
-- then, under the law of then.
PRAGMA user_version = 1;
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO about VALUES ('process', 'appeal');
INSERT INTO about VALUES ('counted under', 'an old release');
CREATE TABLE records (
    id INTEGER PRIMARY KEY, case_id TEXT NOT NULL, version INTEGER NOT NULL, document TEXT NOT NULL,
    UNIQUE (case_id, version)
);
INSERT INTO records VALUES (1, '2025/7', 1, '{
    "prcomm": 0, "kind": "record", "process": "appeal",
    "record": {
        "action": {
            "action": "Receive", "at": "2026-03-04T11:00:00+05:00", "by": {"id": "desk 1", "role": "registrar"},
            "case": "2025/7", "kind": "COMPLAINT", "form": "WRITTEN", "channel": "POST",
            "office": {"id": "district department", "zone": "Asia/Tashkent"},
            "appellants": [{"type": "Person", "id": "p-17", "name": "Somebody"}]
        },
        "state": "RECEIVED", "cites": [{"source": "O‘RQ-445", "article": "21", "part": 1}], "against": []
    }
}');
INSERT INTO records VALUES (2, '2025/7', 2, '{
    "prcomm": 0, "kind": "record", "process": "appeal",
    "record": {
        "action": {
            "action": "Register", "at": "2026-03-04T12:00:00+05:00[Asia/Tashkent]",
            "by": {"id": "desk 1", "role": "registrar"}, "number": "7"
        },
        "state": "REGISTERED", "cites": [{"source": "O‘RQ-445", "article": "23", "part": 1}], "against": []
    }
}');
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT, message TEXT NOT NULL, sent INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX outbox_to_send ON outbox (id) WHERE NOT sent;
CREATE TABLE dues (
    case_id TEXT NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL, key TEXT, office TEXT NOT NULL,
    owed_by TEXT NOT NULL, control TEXT, last TEXT, day TEXT, PRIMARY KEY (case_id, place)
) WITHOUT ROWID;
CREATE INDEX dues_by_office ON dues (office, day);
INSERT INTO dues VALUES
    ('2025/7', 0, 'consideration', NULL, 'district department', 'executor', '2026-03-18', '2026-03-18', '2026-03-18');
