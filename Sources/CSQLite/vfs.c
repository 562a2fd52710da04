#define _GNU_SOURCE
#include "vfs.h"

#include "store.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

sqlite3_vfs *calloff_standard;
static sqlite3_vfs write_ahead, rollback;
static size_t offset;
static int (*system_open)(const char *, int, int);
static calloff_judge judge;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static int result = SQLITE_OK;

/* The store whose files this thread is opening; NULL where it opens others. */
static _Thread_local struct store *opening;

struct store *calloff_store_of(sqlite3_file *file) {
  return (struct store *)(void *)((char *)file + offset);
}

/* Whether a file is the one that the store's address asks for; notes its status. */
static int is_expected(struct store *store, const struct stat *status) {
  if (!S_ISREG(status->st_mode)) return 0;
  if (sqlite3_uri_parameter(store->name, "inode") != NULL
      && (sqlite3_uri_int64(store->name, "inode", 0) != (sqlite3_int64)status->st_ino
          || sqlite3_uri_int64(store->name, "device", 0) != (sqlite3_int64)status->st_dev)) {
    return 0;
  }
  store->status = *status;
  return 1;
}

/* Gives a file that has just been made to the group of the store, whose members write to it too.
   Without this it has the user's own group, and the others are locked out. */
static void share(int descriptor, const struct store *store) {
  struct stat status;
  if (fstat(descriptor, &status) != 0 || status.st_size != 0) return;
  if (status.st_uid != geteuid() || status.st_gid == store->status.st_gid) return;
  if (fchown(descriptor, (uid_t)-1, store->status.st_gid) != 0) errno = 0;
}

/* Takes the place of open(2) in SQLite: a file is looked at when it is open, before it is used. */
static int open_examined(const char *name, int flags, int mode) {
  struct store *store = opening;
  size_t length = store == NULL ? 0 : strlen(store->name);
  struct stat status;
  int descriptor, is_safe;
  if (store == NULL || strncmp(name, store->name, length) != 0) {
    return system_open(name, flags, mode);
  }
  if (store->is_reading && name[length] != '\0' && flags & (O_CREAT | O_WRONLY | O_RDWR)) {
    errno = EACCES;
    return -1;
  }
  descriptor = system_open(name, flags | O_NOFOLLOW | O_NONBLOCK, mode);
  if (descriptor < 0) return descriptor;
  if (flags & O_CREAT && name[length] != '\0') share(descriptor, store);
  is_safe = fstat(descriptor, &status) == 0
    && (name[length] == '\0' ? is_expected(store, &status)
                             : judge(store->name, name + length, &store->status, &status));
  if (is_safe) return descriptor;
  close(descriptor);
  errno = ESTALE;
  return -1;
}

/* The index of the log is opened when it is first mapped. */
int calloff_map_system_index(
  struct store *store, int page, int size, int extend, void volatile **out) {
  sqlite3_file *file = (sqlite3_file *)(void *)((char *)store - offset);
  int code;
  opening = store;
  code = store->system->xShmMap(file, page, size, extend, out);
  opening = NULL;
  return code;
}

static int map_index(sqlite3_file *file, int page, int size, int extend, void volatile **out) {
  return calloff_map_system_index(calloff_store_of(file), page, size, extend, out);
}

int calloff_open_beside(
  struct store *store, const char *name, sqlite3_file *file, int flags, int *out) {
  int code;
  opening = store;
  code = calloff_standard->xOpen(calloff_standard, name, file, flags, out);
  opening = NULL;
  return code;
}

static int open_store(const char *name, sqlite3_file *file, int flags, int *out) {
  struct store *store = calloff_store_of(file);
  struct stat status;
  int code, got = flags;
  memset(store, 0, sizeof *store);
  store->name = name;
  /* It is made before, with the permissions that it is to have. */
  code = calloff_open_beside(store, name, file, flags & ~SQLITE_OPEN_CREATE, &got);
  if (out != NULL) *out = got;
  if (code != SQLITE_OK) return code;
  /* SQLite uses a descriptor again that it could not close while another connection had locks. */
  if (store->status.st_ino == 0 && (lstat(name, &status) != 0 || !is_expected(store, &status))) {
    file->pMethods->xClose(file);
    file->pMethods = NULL;
    errno = ESTALE;
    return SQLITE_CANTOPEN;
  }
  store->is_reading = (got & SQLITE_OPEN_READONLY) != 0;
  store->system = file->pMethods;
  store->methods = *file->pMethods;
  if (store->methods.iVersion >= 2 && store->methods.xShmMap != NULL) {
    store->methods.xShmMap = map_index;
    if (store->is_reading) calloff_use_reader_methods(store);
  }
  file->pMethods = &store->methods;
  return SQLITE_OK;
}

static int open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
  struct store *store = NULL;
  (void)vfs;
  file->pMethods = NULL;
  if (flags & SQLITE_OPEN_SUPER_JOURNAL) return SQLITE_CANTOPEN;
  if (flags & SQLITE_OPEN_MAIN_DB) return open_store(name, file, flags, out);
  if (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) {
    store = calloff_store_of(sqlite3_database_file_object(name));
  }
  if (flags & SQLITE_OPEN_WAL && store->is_reading) {
    return calloff_open_log_for_reading(store, name, file, out);
  }
  return calloff_open_beside(store, name, file, flags, out);
}

/* An absolute path is used as it is: whoever gives it has followed the links that may be followed. */
static int full_path(sqlite3_vfs *vfs, const char *name, int size, char *out) {
  size_t length = strlen(name);
  (void)vfs;
  if (name[0] != '/') return calloff_standard->xFullPathname(calloff_standard, name, size, out);
  if (length >= (size_t)size) return SQLITE_CANTOPEN;
  memcpy(out, name, length + 1);
  return SQLITE_OK;
}

static int find_file(sqlite3_vfs *vfs, const char *name, int flags, int *out) {
  static const char suffix[] = "-journal";
  size_t length = strlen(name), tail = sizeof suffix - 1;
  (void)vfs;
  if (length >= tail && memcmp(name + length - tail, suffix, tail) == 0) {
    *out = 0;
    return SQLITE_OK;
  }
  return calloff_standard->xAccess(calloff_standard, name, flags, out);
}

static void register_both(void) {
  calloff_standard = sqlite3_vfs_find(NULL);
  if (calloff_standard == NULL || calloff_standard->iVersion < 3) {
    result = SQLITE_ERROR;
    return;
  }
  system_open = (int (*)(const char *, int, int))calloff_standard->xGetSystemCall(calloff_standard, "open");
  offset = ((size_t)calloff_standard->szOsFile + 15) / 16 * 16;
  rollback = *calloff_standard;
  rollback.pNext = NULL;
  rollback.zName = CALLOFF_ROLLBACK_VFS;
  rollback.szOsFile = (int)(offset + sizeof(struct store));
  rollback.xOpen = open_file;
  rollback.xFullPathname = full_path;
  write_ahead = rollback;
  write_ahead.zName = CALLOFF_VFS;
  write_ahead.xAccess = find_file;
  result = calloff_standard->xSetSystemCall(
    calloff_standard, "open", (sqlite3_syscall_ptr)(void (*)(void))open_examined);
  if (result == SQLITE_OK) result = sqlite3_vfs_register(&rollback, 0);
  if (result == SQLITE_OK) result = sqlite3_vfs_register(&write_ahead, 0);
}

int calloff_register_vfs(calloff_judge with) {
  if (judge == NULL) judge = with;
  pthread_once(&once, register_both);
  return result;
}
