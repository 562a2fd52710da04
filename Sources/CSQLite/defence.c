#include "defence.h"

#include <sqlite3.h>
#include <stddef.h>
#include <sys/vfs.h>

int calloff_defend(sqlite3 *connection) {
  int code = sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  if (code == SQLITE_OK) {
    code = sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  }
  return code;
}

void calloff_prepare(void) { sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, -1); }

long calloff_file_system(const char *path) {
  struct statfs information;
  return statfs(path, &information) == 0 ? (long)information.f_type : -1;
}
