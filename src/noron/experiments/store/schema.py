"""The tables of the store, and how older stores become newer ones. docs/store.md describes them."""

APPLICATION = 0x6E6F726F
"""SQLite's application_id of our files: the letters n, o, r, o."""

MIGRATIONS = (
    """
    CREATE TABLE machine (
        id       INTEGER PRIMARY KEY,
        content  TEXT NOT NULL UNIQUE          -- JSON: versions, processor, BLAS, threads
    );
    CREATE TABLE session (                     -- a process that wrote
        id       INTEGER PRIMARY KEY,
        token    TEXT NOT NULL UNIQUE,         -- the name of the file it keeps locked while it runs
        host     TEXT NOT NULL,
        pid      INTEGER NOT NULL,
        command  TEXT NOT NULL,
        started  REAL NOT NULL,                -- seconds since 1970, UTC, as all times here
        ended    REAL
    );
    CREATE TABLE recipe (
        id       INTEGER PRIMARY KEY,
        hash     TEXT NOT NULL UNIQUE,         -- SHA-256 of the content
        content  TEXT NOT NULL                 -- JSON
    );
    CREATE TABLE setting (                     -- the recipe again, a row a setting, to filter by
        recipe_id INTEGER NOT NULL REFERENCES recipe ON DELETE CASCADE,
        name      TEXT NOT NULL,
        text      TEXT NOT NULL,
        number    REAL,                        -- NULL where it is no number
        PRIMARY KEY (recipe_id, name)
    ) WITHOUT ROWID;
    CREATE INDEX setting_number ON setting (name, number);
    CREATE INDEX setting_text ON setting (name, text);
    CREATE TABLE run (
        id         INTEGER PRIMARY KEY AUTOINCREMENT,   -- a number is never used again
        name       TEXT NOT NULL,
        recipe_id  INTEGER NOT NULL REFERENCES recipe,
        machine_id INTEGER NOT NULL REFERENCES machine,
        session_id INTEGER NOT NULL REFERENCES session,
        repeats    INTEGER REFERENCES run ON DELETE SET NULL,
        status     TEXT NOT NULL CHECK
            (status IN ('running', 'done', 'interrupted', 'diverged', 'failed', 'died')),
        reason     TEXT NOT NULL DEFAULT '',
        engine     TEXT NOT NULL DEFAULT '',
        digest     TEXT,                       -- SHA-256 of the weights it ended with
        started    REAL NOT NULL,
        ended      REAL,
        hidden     INTEGER NOT NULL DEFAULT 0,
        deleted    REAL                        -- when; NULL where it is not
    );
    CREATE INDEX run_recipe ON run (recipe_id);
    CREATE INDEX run_running ON run (session_id) WHERE status = 'running';
    CREATE TABLE metric (
        id       INTEGER PRIMARY KEY,
        name     TEXT NOT NULL UNIQUE
    );
    CREATE TABLE value (                       -- every metric of every epoch
        run_id    INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
        metric_id INTEGER NOT NULL REFERENCES metric,
        epoch     INTEGER NOT NULL,
        value     REAL,                        -- NULL is NaN
        PRIMARY KEY (run_id, metric_id, epoch)
    ) WITHOUT ROWID;
    CREATE TABLE result (                      -- the last value of each metric; test_... of the end
        run_id    INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
        metric_id INTEGER NOT NULL REFERENCES metric,
        value     REAL,
        PRIMARY KEY (run_id, metric_id)
    ) WITHOUT ROWID;
    CREATE INDEX result_value ON result (metric_id, value);
    CREATE TABLE tag (
        run_id   INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
        name     TEXT NOT NULL,
        PRIMARY KEY (run_id, name)
    ) WITHOUT ROWID;
    CREATE INDEX tag_name ON tag (name);
    CREATE TABLE note (
        id       INTEGER PRIMARY KEY,
        run_id   INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
        written  REAL NOT NULL,
        text     TEXT NOT NULL
    );
    CREATE INDEX note_run ON note (run_id);
    CREATE TABLE artefact (                    -- files that a run left
        run_id   INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
        path     TEXT NOT NULL,                -- from the folder of the store, with /
        hash     TEXT NOT NULL,                -- SHA-256
        bytes    INTEGER NOT NULL,
        PRIMARY KEY (run_id, path)
    ) WITHOUT ROWID;
    CREATE TABLE experiment (                  -- runs that belong together
        id       INTEGER PRIMARY KEY AUTOINCREMENT,
        kind     TEXT NOT NULL,                -- compare, search
        hash     TEXT NOT NULL UNIQUE,         -- SHA-256 of the plan
        plan     TEXT NOT NULL,                -- JSON
        created  REAL NOT NULL
    );
    CREATE TABLE experiment_run (              -- each recipe counts once in an experiment
        experiment_id INTEGER NOT NULL REFERENCES experiment ON DELETE CASCADE,
        recipe_id     INTEGER NOT NULL REFERENCES recipe,
        run_id        INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
        PRIMARY KEY (experiment_id, recipe_id)
    ) WITHOUT ROWID;
    CREATE INDEX experiment_run_run ON experiment_run (run_id);
    CREATE VIEW history AS
        SELECT value.run_id AS run, value.epoch, metric.name AS metric, value.value
        FROM value JOIN metric ON metric.id = value.metric_id;
    """,
    # A run may end as pruned, too: SQLite changes a CHECK by making the table anew.
    """
    CREATE TABLE new_run (
        id         INTEGER PRIMARY KEY AUTOINCREMENT,   -- a number is never used again
        name       TEXT NOT NULL,
        recipe_id  INTEGER NOT NULL REFERENCES recipe,
        machine_id INTEGER NOT NULL REFERENCES machine,
        session_id INTEGER NOT NULL REFERENCES session,
        repeats    INTEGER REFERENCES run ON DELETE SET NULL,
        status     TEXT NOT NULL CHECK (status IN
            ('running', 'done', 'pruned', 'interrupted', 'diverged', 'failed', 'died')),
        reason     TEXT NOT NULL DEFAULT '',
        engine     TEXT NOT NULL DEFAULT '',
        digest     TEXT,                       -- SHA-256 of the weights it ended with
        started    REAL NOT NULL,
        ended      REAL,
        hidden     INTEGER NOT NULL DEFAULT 0,
        deleted    REAL                        -- when; NULL where it is not
    );
    INSERT INTO new_run SELECT * FROM run;
    DELETE FROM sqlite_sequence WHERE name = 'new_run';
    INSERT INTO sqlite_sequence (name, seq) SELECT 'new_run', seq FROM sqlite_sequence
        WHERE name = 'run';
    DROP TABLE run;
    ALTER TABLE new_run RENAME TO run;
    CREATE INDEX run_recipe ON run (recipe_id);
    CREATE INDEX run_running ON run (session_id) WHERE status = 'running';
    """,
)
"""Each makes the next version from the one before; what is here once is never changed again."""

VERSION = len(MIGRATIONS)
