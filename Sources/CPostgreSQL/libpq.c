#include "libpq.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

static struct calloff_libpq functions;
static int is_loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  // The name has the version of the interface; a file without it belongs to the development package.
  void *library = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
#define CALLOFF_FIND(name)                                                                         \
  functions.name = (__typeof__(name) *)dlsym(library, #name);                                      \
  if (!functions.name) return;
  CALLOFF_LIBPQ(CALLOFF_FIND)
#undef CALLOFF_FIND
  is_loaded = 1;
}

const struct calloff_libpq *calloff_libpq(void) {
  pthread_once(&once, load);
  return is_loaded ? &functions : NULL;
}

static void ignore(void *argument, const char *message) {
  (void)argument;
  (void)message;
}

void calloff_ignore_notices(PGconn *connection) {
  functions.PQsetNoticeProcessor(connection, ignore, NULL);
}
