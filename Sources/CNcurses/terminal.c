#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "terminal.h"
#include "crash.h"
#include "signals.h"

#include <curses.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

enum { STYLES = 64, RUN = 256, PATIENCE = 1000 };

static struct { attr_t attributes; short pair; } styles[STYLES];
static SCREEN *screen;
static const char *paste_on, *paste_off, *mouse_on, *mouse_off;
static bool cursor_shown, is_left;

/* The locale that the environment names for characters; the empty string where it names none. */
static const char *named_locale(void)
{
  static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
    const char *value = getenv(variables[i]);
    if (value && *value)
      return value;
  }
  return "";
}

/* Whether a locale's name asks for a character set other than UTF-8. */
static bool names_other_charset(const char *locale)
{
  const char *charset = strchr(locale, '.');
  return charset && strncasecmp(charset, ".UTF-8", 6) != 0 && strncasecmp(charset, ".UTF8", 5) != 0;
}

bool terminal_set_locale(const char **missing)
{
  const char *named = named_locale();
  /* Where only another category's locale is missing, that of characters is set all the same. */
  bool is_installed = setlocale(LC_ALL, "") || setlocale(LC_CTYPE, "");
  if (!is_installed && !names_other_charset(named))
    setlocale(LC_CTYPE, "C.UTF-8");
  if (missing)
    *missing = is_installed ? NULL : named;
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* ncurses knows nothing of bracketed paste, but newer terminal descriptions do. */
static void find_paste(void)
{
  paste_on = terminal_capability("BE");
  paste_off = terminal_capability("BD");
  if (paste_on && paste_off)
    return;
  bool may = terminal_ignores_unknown();
  paste_on = may ? "\33[?2004h" : NULL;
  paste_off = may ? "\33[?2004l" : NULL;
}

/* Presses and the wheel (1000), in the form that names every column (1006). ncurses could switch
   this on, but under tmux and screen it does not know that form and types what it is told. */
static void find_mouse(bool is_wanted)
{
  bool may = is_wanted && terminal_ignores_unknown();
  mouse_on = may ? "\33[?1000h\33[?1006h" : NULL;
  mouse_off = may ? "\33[?1006l\33[?1000l" : NULL;
}

/* ncurses writes its own buffer, so this is not held back until the next frame or the exit. */
static void send_now(const char *sequence)
{
  if (sequence)
    fputs(sequence, stdout), fflush(stdout);
}

bool terminal_open(bool with_colours, bool with_mouse)
{
  use_tioctl(TRUE); /* the terminal's size, whatever $LINES says */
  crash_remember_modes();
  screen = newterm(NULL, stdout, stdin);
  if (!screen)
    return false;
  find_paste();
  find_mouse(with_mouse);
  const char *farewells[] = {
    mouse_off, paste_off, terminal_capability("op"), terminal_capability("rmkx"),
    terminal_capability("cnorm"), terminal_capability("rmcup")};
  crash_open(farewells, sizeof farewells / sizeof *farewells);
  crash_set_taken(true);
  /* Until it has been left once, ncurses hands every movement of the cursor to the terminal by
     itself, as for programs that use no windows; from then on a frame at a time. Before there are
     colours, as coming back would reset the user's palette. */
  endwin();
  doupdate();
  raw();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  typeahead(-1); /* a frame that is begun is finished: half a frame misleads */
  keypad(stdscr, TRUE);
  idlok(stdscr, TRUE); /* scrolls where that is shorter */
  if (with_colours && has_colors() && start_color() == OK)
    use_default_colors();
  send_now(paste_on);
  send_now(mouse_on);
  cursor_shown = true;
  is_left = false;
  return true;
}

int terminal_colours(void)
{
  return COLORS > 0 && COLOR_PAIRS > 1 ? COLORS : 0;
}

void terminal_define_style(int style, int foreground, int background, unsigned attributes)
{
  attr_t all = A_NORMAL;
  if (attributes & TERMINAL_BOLD)
    all |= A_BOLD;
  if (attributes & TERMINAL_DIM)
    all |= A_DIM;
  if (attributes & TERMINAL_UNDERLINE)
    all |= A_UNDERLINE;
  if (attributes & TERMINAL_REVERSE)
    all |= A_REVERSE;
  /* Each style has a pair of its own, so that no pair is lost when it changes its looks. The
     terminal's own colours are pair 0 and cost no bytes. */
  short pair = (short)(style + 1);
  bool is_own = foreground < 0 && background < 0;
  if (is_own || init_pair(pair, (short)foreground, (short)background) != OK)
    pair = 0;
  styles[style].attributes = all;
  styles[style].pair = pair;
}

void terminal_draw(int row, int column, const struct terminal_cell *cells, int count)
{
  cchar_t run[RUN];
  int start = column, length = 0;
  for (int i = 0; i < count; i++) {
    if (!cells[i].scalar)
      continue;
    if (length == RUN) {
      mvadd_wchnstr(row, start, run, length);
      start = column + i;
      length = 0;
    }
    wchar_t text[] = {(wchar_t)cells[i].scalar, (wchar_t)cells[i].mark, 0};
    /* A C library older than our table of widths must not shift the row. */
    if (text[0] > 0x7E && wcwidth(text[0]) != cells[i].columns)
      text[0] = cells[i].columns == 1 ? L'?' : 0xFF1F, text[1] = 0;
    setcchar(&run[length++], text, styles[cells[i].style].attributes, styles[cells[i].style].pair,
             NULL);
  }
  mvadd_wchnstr(row, start, run, length);
}

void terminal_update(int row, int column)
{
  bool shown = row >= 0 && column >= 0;
  signals_set_writing(true);
  if (is_left) {
    crash_set_taken(true);
    send_now(paste_on);
    send_now(mouse_on);
  }
  is_left = false;
  leaveok(stdscr, !shown);
  if (shown)
    move(row, column);
  wnoutrefresh(stdscr);
  if (shown != cursor_shown)
    curs_set(shown);
  cursor_shown = shown;
  doupdate();
  signals_set_writing(false);
}

void terminal_repaint(void)
{
  clearok(curscr, TRUE);
}

void terminal_copy(const char *base64)
{
  signals_set_writing(true);
  fprintf(stdout, "\33]52;c;%s\a", base64);
  fflush(stdout);
  signals_set_writing(false);
}

void terminal_size(int *rows, int *columns)
{
  *rows = LINES;
  *columns = COLS;
}

void terminal_follow_size(void)
{
  struct winsize now;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &now) == 0 && now.ws_row > 0 && now.ws_col > 0
      && is_term_resized(now.ws_row, now.ws_col))
    resize_term(now.ws_row, now.ws_col);
}

void terminal_leave(void)
{
  if (is_left)
    return;
  send_now(mouse_off);
  send_now(paste_off);
  endwin();
  crash_set_taken(false);
  is_left = true;
}

/* Whether the terminal takes anything more; one that is gone takes all. */
static bool takes_more(void)
{
  struct pollfd terminal = {.fd = STDOUT_FILENO, .events = POLLOUT};
  return poll(&terminal, 1, PATIENCE) != 0;
}

void terminal_close(void)
{
  if (is_left || takes_more())
    terminal_leave();
  else
    crash_give_back();
  crash_close();
  delscreen(screen);
  screen = NULL;
}
