"""The index's tables. Disposable: another version, a fault or a doubt means a new file, so there are no migrations.

It lives in the user's cache folder, never in the vault: a synced folder corrupts a live database. `docs/schema.md`
describes the tables for `vaultnet query` and for other tools.
"""

from zlib import crc32

INDEX_VERSION = 12  # raise it whenever what is read from a note changes; `LAYOUT` sees to the tables themselves

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- One row a folder: an additive digest of its files' stamps tells with one comparison that nothing changed.
CREATE TABLE folder (path TEXT PRIMARY KEY, digest INTEGER NOT NULL, files INTEGER NOT NULL) WITHOUT ROWID;

-- One row a Markdown file. `key` is what a link to it must end in (folded); notes that are not read have read = 0.
-- `frame` is the digest of all but its plain prose, and the lines at which a gap of such ends; "" where there is none.
CREATE TABLE note (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, folder TEXT NOT NULL, key TEXT NOT NULL, read INTEGER NOT NULL,
    size INTEGER NOT NULL, mtime INTEGER NOT NULL, ctime INTEGER NOT NULL, inode INTEGER NOT NULL, hash BLOB NOT NULL,
    type TEXT NOT NULL, title TEXT NOT NULL, day TEXT NOT NULL, frame TEXT NOT NULL
);

-- All that a note's front matter says (`properties`), and what it means for its type (`record`), as JSON. A table of
-- its own, for notes that were read: what asks for many notes at once seldom needs it, and `note` stays small.
CREATE TABLE content (note INTEGER PRIMARY KEY, properties TEXT NOT NULL, record TEXT NOT NULL);

-- What a person may call a note: name, file name, aliases, e-mail addresses, uid; folded.
CREATE TABLE name (key TEXT NOT NULL, note INTEGER NOT NULL, PRIMARY KEY (key, note)) WITHOUT ROWID;

-- All their keys as one text, a line each, in which `log` looks for the words of a sentence, kept until a name changes
-- (the triggers below); no row: to be put together.
CREATE TABLE spoken (keys TEXT NOT NULL);

-- The small row that the daily practice needs of a contact; `needs` as a JSON list, "" for none.
CREATE TABLE contact (
    note INTEGER PRIMARY KEY, uid TEXT NOT NULL, name TEXT NOT NULL, tier TEXT NOT NULL, cadence TEXT NOT NULL,
    cadence_from TEXT NOT NULL, organizations TEXT NOT NULL, met TEXT NOT NULL, next_contact TEXT NOT NULL,
    snooze TEXT NOT NULL, paused INTEGER NOT NULL, status TEXT NOT NULL, channel TEXT NOT NULL, country TEXT NOT NULL,
    needs TEXT NOT NULL
);

-- What the newest touches of a contact are, kept until one changes (the triggers below): the last day, the kinds of the
-- newest days, a line each, and how many touches there are; it holds from the day on that all are `known`.
CREATE TABLE newest (
    note INTEGER PRIMARY KEY, known TEXT NOT NULL, last TEXT NOT NULL, kinds TEXT NOT NULL, touches INTEGER NOT NULL
);

-- Birthdays and other yearly days, of contacts and of introductions that were made: `month_day` as MM-DD, `year` NULL
-- where it is not known, `words` those of an event in somebody's life.
CREATE TABLE anniversary (
    note INTEGER NOT NULL, number INTEGER NOT NULL, what TEXT NOT NULL, month_day TEXT NOT NULL, year INTEGER,
    words TEXT NOT NULL,
    PRIMARY KEY (note, number)
) WITHOUT ROWID;

-- Links are kept as written (`link`), by what they must end in (`key`), and as what they resolve to (`target`). The
-- rows of one note are numbered and lie side by side: no index is needed to find them, and adding them is appending.
CREATE TABLE ref (
    note INTEGER NOT NULL, number INTEGER NOT NULL, role TEXT NOT NULL, text TEXT NOT NULL, link TEXT NOT NULL,
    key TEXT NOT NULL, target INTEGER, PRIMARY KEY (note, number)
) WITHOUT ROWID;

CREATE TABLE touch (
    note INTEGER NOT NULL, number INTEGER NOT NULL, line INTEGER NOT NULL, date TEXT NOT NULL, known TEXT NOT NULL,
    time TEXT NOT NULL, kind TEXT NOT NULL, richness INTEGER NOT NULL, direction TEXT NOT NULL, text TEXT NOT NULL,
    tags TEXT NOT NULL, origin TEXT NOT NULL, link TEXT NOT NULL, key TEXT NOT NULL, target INTEGER,
    PRIMARY KEY (note, number)
) WITHOUT ROWID;

CREATE TABLE task (
    note INTEGER NOT NULL, number INTEGER NOT NULL, line INTEGER NOT NULL, text TEXT NOT NULL, due TEXT NOT NULL,
    scheduled TEXT NOT NULL, start TEXT NOT NULL, made TEXT NOT NULL, waiting INTEGER NOT NULL, recurs TEXT NOT NULL,
    task_id TEXT NOT NULL, depends_on TEXT NOT NULL, link TEXT NOT NULL, key TEXT NOT NULL, target INTEGER,
    PRIMARY KEY (note, number)
) WITHOUT ROWID;

CREATE TABLE offer (
    note INTEGER NOT NULL, number INTEGER NOT NULL, line INTEGER NOT NULL, day TEXT NOT NULL, item TEXT NOT NULL,
    state TEXT NOT NULL, untouched INTEGER NOT NULL, kind TEXT NOT NULL, due TEXT NOT NULL,
    link TEXT NOT NULL, key TEXT NOT NULL, target INTEGER, PRIMARY KEY (note, number)
) WITHOUT ROWID;

-- Tasks about people that were done, on a day that the note tells.
CREATE TABLE kept (
    note INTEGER NOT NULL, number INTEGER NOT NULL, line INTEGER NOT NULL, text TEXT NOT NULL, done TEXT NOT NULL,
    link TEXT NOT NULL, key TEXT NOT NULL, target INTEGER, PRIMARY KEY (note, number)
) WITHOUT ROWID;

-- What to raise next time, out of a contact's note.
CREATE TABLE raise_next (
    note INTEGER NOT NULL, number INTEGER NOT NULL, line INTEGER NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (note, number)
) WITHOUT ROWID;

-- News: a note, or a line of one, once for each note that it links.
CREATE TABLE clipping (
    note INTEGER NOT NULL, number INTEGER NOT NULL, line INTEGER NOT NULL, day TEXT NOT NULL, title TEXT NOT NULL,
    url TEXT NOT NULL, link TEXT NOT NULL, key TEXT NOT NULL, target INTEGER, PRIMARY KEY (note, number)
) WITHOUT ROWID;

-- A line of a draft, or what a brief wants of its meeting.
CREATE TABLE message (
    note INTEGER NOT NULL, number INTEGER NOT NULL, line INTEGER NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (note, number)
) WITHOUT ROWID;

-- A ticked item, once for each person whom it says was met; 'absorbed' are the keys that stand in contacts' notes.
CREATE TABLE tick (
    note INTEGER NOT NULL, number INTEGER NOT NULL, line INTEGER NOT NULL, day TEXT NOT NULL, item TEXT NOT NULL,
    tells INTEGER NOT NULL, as_made INTEGER NOT NULL, link TEXT NOT NULL, key TEXT NOT NULL, target INTEGER,
    PRIMARY KEY (note, number)
) WITHOUT ROWID;
CREATE TABLE absorbed (note INTEGER NOT NULL, item TEXT NOT NULL, PRIMARY KEY (note, item)) WITHOUT ROWID;

-- A ticked answer of a debrief: 'item' is the key it has once absorbed, 'link' a name that is a link already.
CREATE TABLE debrief (
    note INTEGER NOT NULL, number INTEGER NOT NULL, line INTEGER NOT NULL, day TEXT NOT NULL, item TEXT NOT NULL,
    link TEXT NOT NULL, key TEXT NOT NULL, target INTEGER, PRIMARY KEY (note, number)
) WITHOUT ROWID;

-- A block in which people get their place, and how many boxes of it are ticked.
CREATE TABLE placing (
    note INTEGER NOT NULL, number INTEGER NOT NULL, line INTEGER NOT NULL, ticked INTEGER NOT NULL,
    PRIMARY KEY (note, number)
) WITHOUT ROWID;

CREATE TABLE problem (
    note INTEGER NOT NULL, number INTEGER NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL,
    rule TEXT NOT NULL, severity TEXT NOT NULL, message TEXT NOT NULL, fixable INTEGER NOT NULL,
    blocks_writing INTEGER NOT NULL, PRIMARY KEY (note, number)
) WITHOUT ROWID;
"""

# Apart from the tables: where everything is read anew they are made at the end, in one go; so are the triggers, without
# which nothing may be kept in `newest` and `spoken`.
INDEXES = """
CREATE INDEX note_folder ON note (folder);
CREATE INDEX note_key ON note (key);
CREATE INDEX note_type ON note (type, day);
CREATE INDEX name_note ON name (note);
CREATE INDEX anniversary_day ON anniversary (month_day);
CREATE INDEX ref_key ON ref (key);
CREATE INDEX ref_target ON ref (target, role) WHERE target IS NOT NULL;
CREATE INDEX touch_key ON touch (key) WHERE key != '';
CREATE INDEX touch_target ON touch (target, known, date, richness, kind) WHERE target IS NOT NULL;
CREATE INDEX touch_tags ON touch (date, target, known, tags) WHERE tags != '';
CREATE INDEX task_key ON task (key) WHERE key != '';
CREATE INDEX task_target ON task (target) WHERE target IS NOT NULL;
CREATE INDEX kept_key ON kept (key) WHERE key != '';
CREATE INDEX kept_done ON kept (done);
CREATE INDEX offer_key ON offer (key);
CREATE INDEX offer_day ON offer (day);
CREATE INDEX clipping_key ON clipping (key) WHERE key != '';
CREATE INDEX clipping_day ON clipping (day);
CREATE INDEX tick_key ON tick (key);
CREATE INDEX tick_day ON tick (day);
CREATE INDEX absorbed_item ON absorbed (item);
CREATE INDEX debrief_key ON debrief (key) WHERE key != '';
CREATE TRIGGER touch_added AFTER INSERT ON touch BEGIN DELETE FROM newest WHERE note = new.target; END;
CREATE TRIGGER touch_moved AFTER UPDATE OF target, date, known, kind, richness ON touch
    BEGIN DELETE FROM newest WHERE note IN (old.target, new.target); END;
CREATE TRIGGER touch_gone AFTER DELETE ON touch BEGIN DELETE FROM newest WHERE note = old.target; END;
CREATE TRIGGER name_added AFTER INSERT ON name BEGIN DELETE FROM spoken; END;
CREATE TRIGGER name_moved AFTER UPDATE ON name BEGIN DELETE FROM spoken; END;
CREATE TRIGGER name_gone AFTER DELETE ON name BEGIN DELETE FROM spoken; END;
"""

# Kept in the index: one that was made for other tables is made anew, whether or not somebody thought of the version.
LAYOUT = crc32(f"{INDEX_VERSION}{TABLES}{INDEXES}".encode()) >> 1  # SQLite's user_version has a sign

LINKED_TABLES = ("ref", "touch", "task", "kept", "offer", "tick", "clipping", "debrief")
NOTE_TABLES = (
    *LINKED_TABLES, "content", "name", "contact", "anniversary", "raise_next", "message", "placing", "absorbed",
    "problem",
)  # fmt: skip
_DROPPED = (line.split() for line in INDEXES.split("\n") if line.startswith("CREATE "))
_KEPT = "DELETE FROM newest;\nDELETE FROM spoken;\n"
DROP_INDEXES = "".join(f"DROP {kind} {name};\n" for _, kind, name, *_ in _DROPPED) + _KEPT
