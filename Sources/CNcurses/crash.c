#define _GNU_SOURCE
#include "crash.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGSYS};
enum { FATAL = sizeof fatal / sizeof *fatal, PATIENCE = 1000, ATTEMPTS = 8, STACK = 1 << 16 };

static struct sigaction before[FATAL];
static struct termios modes;
static char farewell[128];
static size_t farewell_length;
static volatile sig_atomic_t is_taken;
/* A stack that has overflowed is no place for a handler. */
static char stack[STACK];

/* Writes what the terminal takes within seconds. One that takes nothing, as nobody reads it, must
   not keep a program from ending. */
static void write_farewell(void)
{
  int flags = fcntl(STDOUT_FILENO, F_GETFL);
  if (flags < 0 || fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK) < 0)
    return;
  struct pollfd terminal = {.fd = STDOUT_FILENO, .events = POLLOUT};
  size_t done = 0;
  for (int attempt = 0; attempt < ATTEMPTS && done < farewell_length; attempt++) {
    ssize_t count = write(STDOUT_FILENO, farewell + done, farewell_length - done);
    if (count > 0)
      done += (size_t)count;
    else if (errno != EAGAIN || poll(&terminal, 1, PATIENCE) < 1)
      break;
  }
  fcntl(STDOUT_FILENO, F_SETFL, flags);
}

/* In a handler all signals are blocked, so neither call stops a program in the background. */
void crash_give_back(void)
{
  if (!is_taken)
    return;
  is_taken = 0;
  write_farewell();
  tcsetattr(STDOUT_FILENO, TCSANOW, &modes);
}

/* Calls only what a signal handler may; the signal then strikes again with its former action. */
static void on_crash(int signal)
{
  crash_give_back();
  crash_close();
  raise(signal);
}

void crash_end(int number)
{
  crash_give_back();
  signal(number, SIG_DFL);
  raise(number);
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

/* Leaves a stack alone that the language's own report of crashes has put there. */
static void open_stack(void)
{
  stack_t present, ours = {.ss_sp = stack, .ss_size = sizeof stack};
  if (sigaltstack(NULL, &present) == 0 && present.ss_flags & SS_DISABLE)
    sigaltstack(&ours, NULL);
}

void crash_open(const char *const *sequences, int count)
{
  farewell_length = 0;
  for (int i = 0; i < count; i++)
    add(sequences[i]);
  open_stack();
  struct sigaction action = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < FATAL; i++) {
    sigaction(fatal[i], NULL, &before[i]);
    if (before[i].sa_handler != SIG_IGN)
      sigaction(fatal[i], &action, NULL);
  }
}

void crash_set_taken(bool now)
{
  is_taken = now;
}

void crash_close(void)
{
  for (int i = 0; i < FATAL; i++)
    sigaction(fatal[i], &before[i], NULL);
}
