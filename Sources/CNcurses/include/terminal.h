/* The screen half of the driver: ncurses behind calls that Swift can see.

   ncurses is a C library of macros, variadic calls and global variables. Here is the little of it
   that the driver needs, and nothing that names its types. One terminal at a time. */
#pragma once
#include <stdbool.h>
#include <stdint.h>

/* What a terminal must be before anything is written to it. */
enum terminal_fitness {
  TERMINAL_FIT,
  TERMINAL_UNKNOWN,   /* $TERM names none that the machine knows */
  TERMINAL_INCAPABLE  /* it cannot address its cursor */
};

/* Attributes of a style, to be added up. */
enum {
  TERMINAL_BOLD = 1,
  TERMINAL_DIM = 2,
  TERMINAL_UNDERLINE = 4,
  TERMINAL_REVERSE = 8
};

/* One character and how it looks; 0 as scalar is the right half of a wide one. */
struct terminal_cell {
  uint32_t scalar, mark;
  uint8_t style, columns;
};

/* Sets the locale from the environment, or C.UTF-8 where that one is not installed and names no other
   character set; says whether it is one of UTF-8. `missing` becomes the name of a locale that is not
   installed, else NULL. */
bool terminal_set_locale(const char **missing);

/* Looks $TERM up without writing anything. */
enum terminal_fitness terminal_fitness(void);

/* How many colours $TERM has by its description, without writing anything; 0 where it has none. */
int terminal_described_colours(void);

/* Whether $TERM is of a kind that ignores modes and sequences that it does not have; others print
   them. */
bool terminal_ignores_unknown(void);

/* Takes the terminal over: alternate screen, raw input, and the mouse where it is wanted and the
   terminal ignores what it does not have. False where ncurses cannot. */
bool terminal_open(bool with_colours, bool with_mouse);

/* How many colours can be used; 0 without. */
int terminal_colours(void);

/* Says how style 0...63 looks; -1 is the terminal's own colour. Anew as often as one likes; what is
   on the screen follows when it is repainted. */
void terminal_define_style(int style, int foreground, int background, unsigned attributes);

/* Hands cells of one row to ncurses, and nothing yet to the terminal. */
void terminal_draw(int row, int column, const struct terminal_cell *cells, int count);

/* Writes what changed since the last time, with the cursor there or, below 0, hidden. */
void terminal_update(int row, int column);

/* Makes the next update paint everything. */
void terminal_repaint(void);

/* Puts what base64 stands for on the clipboard of whoever sits at the terminal (OSC 52), which must
   be one that ignores what it does not have. It never answers, so nobody knows whether it did. */
void terminal_copy(const char *base64);

/* The extent as ncurses keeps it. */
void terminal_size(int *rows, int *columns);

/* Takes over the terminal's extent. */
void terminal_follow_size(void);

/* Gives the terminal back; the next update takes it over again. */
void terminal_leave(void);

/* Gives the terminal back for good. */
void terminal_close(void);

/* The bytes that the terminal sends for a capability such as "kcuu1", or NULL. */
const char *terminal_capability(const char *name);
