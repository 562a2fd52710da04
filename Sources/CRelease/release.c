#include "release.h"

#ifndef CALLOFF_COMMIT
#define CALLOFF_COMMIT ""
#endif

const char *calloff_commit(void) { return CALLOFF_COMMIT; }
