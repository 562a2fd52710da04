/* A session that may only read makes no file beside the store, since the owner could not write to it.
 *
 * A log that does not exist is read as an empty one. If the index of the log does not exist, SQLite
 * gets the answer that it is unreliable (SQLITE_READONLY_CANTINIT); it then builds its own index in
 * memory. Its locks protect nothing in that case: a writer may come and copy its log into the store's
 * file. But every writer makes the index first, and cannot remove it while the reader has the store's
 * file locked; so a reader that finds none afterwards has read one consistent state. */
#define _GNU_SOURCE
#include "content.h"
#include "store.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* A log that does not exist yet. Once it does, the file's own methods take the place of these. */
struct missing_log {
  sqlite3_file file;
  const char *name;
};

/* The bytes of a log before its first change. */
enum { log_header = 32 };

/* Whether a file beside the store exists. */
static int exists(const struct store *store, const char *suffix) {
  char name[4096 + 16];
  size_t length = strlen(store->name), tail = strlen(suffix);
  if (length + tail >= sizeof name) return 1;
  memcpy(name, store->name, length);
  memcpy(name + length, suffix, tail + 1);
  return faccessat(AT_FDCWD, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0 || errno != ENOENT;
}

/* The methods of a log that does not exist. */

static int close_missing(sqlite3_file *file) {
  (void)file;
  return SQLITE_OK;
}

/* Opens the log if it exists by now: then the file has other methods. Returns a code of SQLite. */
static int look_again(sqlite3_file *file) {
  const char *name = ((struct missing_log *)(void *)file)->name;
  struct store *store = calloff_store_of(sqlite3_database_file_object(name));
  return calloff_open_log_for_reading(store, name, file, NULL);
}

static int read_missing(sqlite3_file *file, void *out, int size, sqlite3_int64 offset) {
  const sqlite3_io_methods *missing = file->pMethods;
  int code = look_again(file);
  if (code != SQLITE_OK) return code;
  if (file->pMethods != missing) return file->pMethods->xRead(file, out, size, offset);
  memset(out, 0, (size_t)size);
  return SQLITE_IOERR_SHORT_READ;
}

static int size_missing(sqlite3_file *file, sqlite3_int64 *size) {
  const sqlite3_io_methods *missing = file->pMethods;
  int code = look_again(file);
  if (code != SQLITE_OK) return code;
  if (file->pMethods != missing) return file->pMethods->xFileSize(file, size);
  *size = 0;
  return SQLITE_OK;
}

static int write_missing(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset) {
  (void)file, (void)bytes, (void)size, (void)offset;
  return SQLITE_READONLY;
}

static int truncate_missing(sqlite3_file *file, sqlite3_int64 size) {
  (void)file, (void)size;
  return SQLITE_READONLY;
}

static int ignore_flag(sqlite3_file *file, int flag) {
  (void)file, (void)flag;
  return SQLITE_OK;
}

static int no_reservation(sqlite3_file *file, int *out) {
  (void)file;
  *out = 0;
  return SQLITE_OK;
}

static int no_control(sqlite3_file *file, int which, void *out) {
  (void)file, (void)which, (void)out;
  return SQLITE_NOTFOUND;
}

static int nothing(sqlite3_file *file) {
  (void)file;
  return 0;
}

static const sqlite3_io_methods missing_methods = {
  .iVersion = 1,
  .xClose = close_missing,
  .xRead = read_missing,
  .xWrite = write_missing,
  .xTruncate = truncate_missing,
  .xSync = ignore_flag,
  .xFileSize = size_missing,
  .xLock = ignore_flag,
  .xUnlock = ignore_flag,
  .xCheckReservedLock = no_reservation,
  .xFileControl = no_control,
  .xSectorSize = nothing,
  .xDeviceCharacteristics = nothing,
};

/* The size of a log. One that has only its header has no change, and is read as an empty one: for a
 * log of just that size, SQLite compares its header for ever with that of an index that was made
 * without reading it (walBeginShmUnreliable and walIndexRecover, https://sqlite.org/src/file/src/wal.c).
 * A writer that is killed between the header and the first change leaves such a log. */
static int size_of_log(sqlite3_file *file, sqlite3_int64 *size) {
  int code = calloff_store_of(file)->system->xFileSize(file, size);
  if (code == SQLITE_OK && *size <= log_header) *size = 0;
  return code;
}

int calloff_open_log_for_reading(
  struct store *store, const char *name, sqlite3_file *file, int *out) {
  int code = calloff_open_beside(
    store, name, file, SQLITE_OPEN_WAL | SQLITE_OPEN_READONLY, out);
  if (code == SQLITE_OK) {
    struct store *log = calloff_store_of(file);
    log->system = file->pMethods;
    log->methods = *file->pMethods;
    log->methods.xFileSize = size_of_log;
    file->pMethods = &log->methods;
    return code;
  }
  if (code != SQLITE_CANTOPEN || exists(store, "-wal")) return code;
  *(struct missing_log *)(void *)file = (struct missing_log){{&missing_methods}, name};
  if (out != NULL) *out = SQLITE_OPEN_WAL | SQLITE_OPEN_READONLY;
  return SQLITE_OK;
}

/* The index of the log. */

static int map_index(sqlite3_file *file, int page, int size, int extend, void volatile **out) {
  struct store *store = calloff_store_of(file);
  int code = calloff_map_system_index(store, page, size, extend, out);
  /* A writer may have made it just after the attempt. */
  if (code == SQLITE_CANTOPEN && exists(store, "-shm")) {
    code = calloff_map_system_index(store, page, size, extend, out);
  }
  if (code != SQLITE_CANTOPEN) {
    store->has_index = 1;
    /* A writer of the same process shares an index that can be written; a reader takes it as it does
       others. */
    return code == SQLITE_OK ? SQLITE_READONLY : code;
  }
  if (exists(store, "-shm")) return code;
  *out = NULL;
  return SQLITE_READONLY_CANTINIT;
}

static int lock_index(sqlite3_file *file, int offset, int count, int flags) {
  struct store *store = calloff_store_of(file);
  unsigned locks = ((1u << count) - 1) << offset;
  if (flags & SQLITE_SHM_UNLOCK) {
    if (store->granted & locks || !store->has_index) {
      store->granted &= ~locks;
      return SQLITE_OK;
    }
  } else if (!store->has_index) {
    store->granted |= locks;
    store->was_unlocked = 1;
    return SQLITE_OK;
  }
  return store->system->xShmLock(file, offset, count, flags);
}

/* A reader never removes the index. */
static int unmap_index(sqlite3_file *file, int removing) {
  struct store *store = calloff_store_of(file);
  (void)removing;
  store->has_index = 0;
  return store->system->xShmUnmap(file, 0);
}

void calloff_use_reader_methods(struct store *store) {
  store->methods.xShmMap = map_index;
  store->methods.xShmLock = lock_index;
  store->methods.xShmUnmap = unmap_index;
}

int calloff_may_be_inconsistent(sqlite3 *connection) {
  sqlite3_file *file = NULL;
  if (sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK) return 1;
  if (file == NULL || file->pMethods == NULL) return 1;
  struct store *store = calloff_store_of(file);
  int was_unlocked = store->was_unlocked;
  store->was_unlocked = 0;
  return was_unlocked && exists(store, "-shm");
}
