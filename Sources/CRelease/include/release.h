/* From which commit the program was built. */
#ifndef CALLOFF_RELEASE_H
#define CALLOFF_RELEASE_H

/* The commit as the build names it, for example `1a2b3c4d5e6f`; empty if it does not. */
const char *calloff_commit(void);

#endif
