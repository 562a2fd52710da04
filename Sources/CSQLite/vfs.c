#include "vfs.h"

#include <pthread.h>
#include <sqlite3.h>
#include <string.h>

static sqlite3_vfs *standard;
static sqlite3_vfs write_ahead, rollback;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static int result = SQLITE_OK;

static int open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
  (void)vfs;
  file->pMethods = NULL;
  if (flags & SQLITE_OPEN_SUPER_JOURNAL) return SQLITE_CANTOPEN;
  return standard->xOpen(standard, name, file, flags, out);
}

static int find_file(sqlite3_vfs *vfs, const char *name, int flags, int *out) {
  static const char suffix[] = "-journal";
  size_t length = strlen(name), tail = sizeof suffix - 1;
  (void)vfs;
  if (length >= tail && memcmp(name + length - tail, suffix, tail) == 0) {
    *out = 0;
    return SQLITE_OK;
  }
  return standard->xAccess(standard, name, flags, out);
}

static void register_both(void) {
  standard = sqlite3_vfs_find(NULL);
  if (standard == NULL) {
    result = SQLITE_ERROR;
    return;
  }
  rollback = *standard;
  rollback.pNext = NULL;
  rollback.zName = CALLOFF_ROLLBACK_VFS;
  rollback.xOpen = open_file;
  write_ahead = rollback;
  write_ahead.zName = CALLOFF_VFS;
  write_ahead.xAccess = find_file;
  result = sqlite3_vfs_register(&rollback, 0);
  if (result == SQLITE_OK) result = sqlite3_vfs_register(&write_ahead, 0);
}

int calloff_register_vfs(void) {
  pthread_once(&once, register_both);
  return result;
}
