/* Gives the terminal back where the program ends without having had its say. */
#pragma once
#include <stdbool.h>

/* Keeps the terminal's modes as they are before anything changes them. */
void crash_remember_modes(void);

/* From now on a crash writes these sequences, of which some may be NULL, and puts the modes back. */
void crash_open(const char *const *sequences, int count);

/* Says whether the terminal is the program's now; where it is not, a crash leaves it alone. */
void crash_set_taken(bool is_taken);

/* Puts back what was there before. */
void crash_close(void);

/* Gives the terminal back as after a crash, which takes no longer where nobody reads it. */
void crash_give_back(void);

/* Gives the terminal back and ends the program as the signal would have. May be called in a signal
   handler, which must block all signals: this one strikes when the handler returns. */
void crash_end(int signal);
