/* What the files that SQLite has open hold, as far as SQL does not tell. Nothing is opened here:
   closing another descriptor of a store's file would end SQLite's locks on it. */
#ifndef CALLOFF_SQLITE_CONTENT_H
#define CALLOFF_SQLITE_CONTENT_H

#include <stdint.h>

/* A connection to a database; the type of sqlite3.h. */
typedef struct sqlite3 sqlite3;

/* What identifies a frame of a write-ahead log, and all frames before it. */
typedef struct {
  uint64_t salt, checksum;
} calloff_frame;

/* What all sessions know of a write-ahead log (https://sqlite.org/walformat.html#the_wal_index_file_format). */
typedef struct {
  /* Counts transactions; a recovery of the log starts again from 0. */
  uint32_t changes;
  uint32_t page_size;
  /* How many frames are committed, and how many pages the database has with them. */
  uint32_t frames, pages;
  /* The last of these frames. */
  calloff_frame last;
  /* How many frames checkpoints have copied into the database, and meant to copy. */
  uint32_t copied, attempted;
} calloff_log_index;

/* Reads the index of the log. Returns a code of SQLite: SQLITE_BUSY while it is written. */
int calloff_read_log_index(sqlite3 *connection, calloff_log_index *index);

/* Reads what identifies the frame of the log that begins at an offset. Returns a code of SQLite:
   SQLITE_IOERR_SHORT_READ where the log ends before. */
int calloff_read_frame(sqlite3 *connection, int64_t offset, calloff_frame *frame);

/* Reads the first 20 bytes of the database's own file. Returns a code of SQLite. */
int calloff_read_head(sqlite3 *connection, uint8_t head[20]);

/* Whether what a session that may only read has read since this was last asked may be of several
   states: it had no index of the log, and a writer has made one meanwhile. Then it reads again. */
int calloff_may_be_inconsistent(sqlite3 *connection);

#endif
