/* What is kept of a store's own file while SQLite has it open; private to this module. */
#ifndef CALLOFF_SQLITE_STORE_H
#define CALLOFF_SQLITE_STORE_H

#include <sqlite3.h>
#include <sys/stat.h>

/* It is kept behind what the system's VFS keeps of the file. */
struct store {
  const char *name;
  struct stat status;
  const sqlite3_io_methods *system;
  sqlite3_io_methods methods;
  /* Whether the session may only read: then no file beside the store is made or opened for writing. */
  int is_reading;
  /* Whether SQLite has the index of the log open. */
  int has_index;
  /* The locks of the index, one bit each, that a reader was given while there was no index. */
  unsigned granted;
  /* Whether anything has been read under such a lock since `calloff_may_be_inconsistent` was asked. */
  int was_unlocked;
};

/* The system's own VFS. */
extern sqlite3_vfs *calloff_standard;

/* What is kept of a store, from SQLite's handle of its file. */
struct store *calloff_store_of(sqlite3_file *file);

/* Opens a file beside a store through the system's VFS; it is examined when it is open. */
int calloff_open_beside(struct store *store, const char *name, sqlite3_file *file, int flags, int *out);

/* Maps the index of the log through the system's VFS; it is examined when it is open. */
int calloff_map_system_index(
  struct store *store, int page, int size, int extend, void volatile **out);

/* Has the methods of a store's file work for a reader. */
void calloff_use_reader_methods(struct store *store);

/* Opens the write-ahead log for a reader, who also reads a store that has none. */
int calloff_open_log_for_reading(struct store *store, const char *name, sqlite3_file *file, int *out);

#endif
