#include "crash.h"

#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
enum { FATAL = sizeof fatal / sizeof *fatal };

static struct sigaction before[FATAL];
static struct termios modes;
static char farewell[128];
static size_t farewell_length;

/* Calls only what a signal handler may; the signal then strikes again with its former action. */
static void on_crash(int signal)
{
  if (write(STDOUT_FILENO, farewell, farewell_length) > 0)
    tcsetattr(STDOUT_FILENO, TCSANOW, &modes);
  for (int i = 0; i < FATAL; i++)
    sigaction(fatal[i], &before[i], NULL);
  raise(signal);
}

/* Adds a sequence without the delays ($<100/>) that old terminals needed. */
static void add(const char *sequence)
{
  for (const char *at = sequence; at && *at && farewell_length < sizeof farewell; at++) {
    const char *end = at[0] == '$' && at[1] == '<' ? strchr(at, '>') : NULL;
    if (end)
      at = end;
    else
      farewell[farewell_length++] = *at;
  }
}

void crash_remember_modes(void)
{
  tcgetattr(STDOUT_FILENO, &modes);
}

void crash_open(const char *const *sequences, int count)
{
  farewell_length = 0;
  for (int i = 0; i < count; i++)
    add(sequences[i]);
  struct sigaction action = {.sa_handler = on_crash};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < FATAL; i++)
    sigaction(fatal[i], &action, &before[i]);
}

void crash_close(void)
{
  for (int i = 0; i < FATAL; i++)
    sigaction(fatal[i], &before[i], NULL);
}
