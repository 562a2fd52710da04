/* How SQLite reaches the files of a store.
 *
 * Others may exchange a file between a look at its name and SQLite's opening it. So each file is
 * looked at when SQLite has it open and before it reads or writes it; no symbolic link is followed.
 * The store's own file has to have the device and inode that its address names (`device`, `inode`),
 * and is never made by SQLite. A connection that may only read makes no file beside it, and opens none
 * for writing (reader.c). */
#ifndef CALLOFF_SQLITE_VFS_H
#define CALLOFF_SQLITE_VFS_H

/* For a store with a write-ahead log: the system's own files, but a rollback journal beside the
   store does not exist, so that one which somebody put there is never played back. */
#define CALLOFF_VFS "calloff"

/* For a store without one: rollback journals work, but none leads to a super-journal, which SQLite
   would read and delete. Stores are never attached to others, so there are none. */
#define CALLOFF_ROLLBACK_VFS "calloff-rollback"

/* Whether SQLite may use a file beside a store: the path of the store, what the file's name adds to
   it, and the status of both (`struct stat` of sys/stat.h). Where it is 0, opening fails and errno is
   ESTALE. */
typedef int (*calloff_judge)(
  const char *path, const char *suffix, const void *store, const void *file);

/* Makes both known to SQLite; more than once does nothing. Returns a code of SQLite. */
int calloff_register_vfs(calloff_judge judge);

#endif
