/* What a program that crashes still does: it gives the terminal back. */
#pragma once

/* Remembers the terminal's modes; to be called before they are changed. */
void crash_remember_modes(void);

/* Remembers the sequences that leave ours, in order; NULL is left out. */
void crash_open(const char *const *sequences, int count);

/* Lets crashes be. */
void crash_close(void);
