/* How SQLite reaches the files of a store. */
#ifndef CALLOFF_SQLITE_VFS_H
#define CALLOFF_SQLITE_VFS_H

/* For a store with a write-ahead log: the system's own files, but a rollback journal beside the
   store does not exist, so that one which somebody put there is never played back. */
#define CALLOFF_VFS "calloff"

/* For a store without one: rollback journals work, but none leads to a super-journal, which SQLite
   would read and delete. Stores are never attached to others, so there are none. */
#define CALLOFF_ROLLBACK_VFS "calloff-rollback"

/* Makes both known to SQLite; more than once does nothing. Returns a code of SQLite. */
int calloff_register_vfs(void);

#endif
