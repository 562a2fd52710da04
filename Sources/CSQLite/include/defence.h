/* What a store needs and Swift cannot call: variadic functions of SQLite, statfs(2), renameat2(2). */
#ifndef CALLOFF_SQLITE_DEFENCE_H
#define CALLOFF_SQLITE_DEFENCE_H

/* A connection to a database; the type of sqlite3.h. */
typedef struct sqlite3 sqlite3;

/* Keeps SQL from writing over the schema and what SQLite keeps for itself, and from running what
   the database's own schema calls unasked. Returns a code of SQLite. */
int calloff_defend(sqlite3 *connection);

/* Whether closing the last connection leaves the write-ahead log as it is, instead of copying it into
   the database and removing it. Returns a code of SQLite. */
int calloff_keep_log(sqlite3 *connection, int keeps);

/* Has SQLite keep what a single statement may have to take back in small pieces of memory. Otherwise
   each statement on a table with triggers asks for 64 KiB and gives them back, which costs more than
   the statement. Also has it read names that begin with `file:` as addresses with parameters. Only
   before SQLite is first used; later it does nothing. */
void calloff_prepare(void);

/* The number of the file system that a path lies on, or -1 where the system does not say. */
long calloff_file_system(const char *path);

/* Moves a file of an open folder to a path unless that is taken, also where the file system has no
   such call. Returns -1 and sets errno where it cannot. */
int calloff_publish(int folder, const char *name, const char *to);

#endif
