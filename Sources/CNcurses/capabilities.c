/* What the terminal's name and description say; apart, because <term.h> takes names such as
   `columns`. */
#include "terminal.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

enum terminal_fitness terminal_fitness(void)
{
  int error;
  if (setupterm(NULL, STDOUT_FILENO, &error) != OK)
    return error == 1 ? TERMINAL_INCAPABLE : TERMINAL_UNKNOWN; /* 1: one that prints on paper */
  bool able = cursor_address && clear_screen;
  del_curterm(cur_term);
  return able ? TERMINAL_FIT : TERMINAL_INCAPABLE;
}

int terminal_described_colours(void)
{
  int error;
  if (setupterm(NULL, STDOUT_FILENO, &error) != OK)
    return 0;
  int colours = max_colors;
  del_curterm(cur_term);
  return colours > 0 ? colours : 0;
}

bool terminal_ignores_unknown(void)
{
  static const char *const kinds[] = {"xterm", "tmux", "screen", "rxvt", "vte", "gnome", "konsole",
                                      "kitty", "foot", "alacritty", "putty", "st-"};
  const char *type = getenv("TERM");
  for (size_t i = 0; type && i < sizeof kinds / sizeof *kinds; i++)
    if (strncmp(type, kinds[i], strlen(kinds[i])) == 0)
      return true;
  return false;
}

const char *terminal_capability(const char *name)
{
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}
