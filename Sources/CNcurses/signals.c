#define _GNU_SOURCE
#include "signals.h"
#include "crash.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/epoll.h>
#include <unistd.h>

static struct sigaction before[NSIG];
/* The signal of HEARD_END, the first one where there were several. */
static volatile sig_atomic_t ending = 0;
/* Whether the program writes to the terminal now, and the signal that has asked it to end meanwhile:
   ncurses would wait without end for a terminal that nobody reads. */
static volatile sig_atomic_t is_writing = 0, unheard = 0;
enum { WRITE_PATIENCE = 2 };
static int pipe_ends[2] = {-1, -1};
/* Descriptors of the program's that are watched, and an edge-triggered set with them alone. Polled
   themselves, what nobody reads would end every wait at once; the set tells of each arrival once. */
enum { WATCHABLE = 4 };
static struct pollfd watched_descriptors[WATCHABLE];
static int watched_count = 0, arrivals = -1;

/* What a signal asks for; 0 for one that is not listened to. Those for which a program ends unless
   it says otherwise are all here, or among the crashes. */
static unsigned heard_of(int number)
{
  switch (number) {
  case SIGHUP: return HEARD_HANGUP;
  case SIGTERM: return HEARD_TERMINATE;
  case SIGINT: return HEARD_INTERRUPT;
  case SIGWINCH: return HEARD_SIZE;
  case SIGTSTP: return HEARD_STOP;
  case SIGCONT: return HEARD_CONTINUE;
  case SIGQUIT: case SIGUSR1: case SIGUSR2: case SIGALRM: case SIGVTALRM: case SIGPROF:
  case SIGXCPU: case SIGSTKFLT: case SIGIO: case SIGPWR:
    return HEARD_END;
  default: return number >= SIGRTMIN && number <= SIGRTMAX ? HEARD_END : 0;
  }
}

/* Writes one byte and nothing else; a full pipe has been told already. A second signal that asks to
   end is not kept waiting: the program may be busy for good. */
static void on_signal(int number)
{
  int kept = errno;
  unsigned char byte = (unsigned char)heard_of(number);
  if (number == SIGALRM && unheard) {
    if (is_writing)
      crash_end(unheard);
    return;
  }
  if (is_writing && !unheard && byte & (HEARD_HANGUP | HEARD_TERMINATE | HEARD_END)) {
    unheard = number;
    alarm(WRITE_PATIENCE);
  }
  if (byte == HEARD_END && ending)
    crash_end(number);
  else if (byte == HEARD_END)
    ending = number;
  ssize_t written = write(pipe_ends[1], &byte, 1);
  (void)written;
  errno = kept;
}

/* A write to a reader that has gone is an error to be told and no reason to end. */
static void set_action(int number, const struct sigaction *action)
{
  struct sigaction ignored = {.sa_handler = SIG_IGN};
  sigaction(number, NULL, &before[number]);
  if (before[number].sa_handler == SIG_IGN)
    return;
  if (number == SIGPIPE)
    sigaction(number, &ignored, NULL);
  else if (heard_of(number))
    sigaction(number, action, NULL);
}

bool signals_open(void)
{
  if (pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0)
    return false;
  ending = 0;
  struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  for (int number = 1; number < NSIG; number++)
    set_action(number, &action);
  return true;
}

void signals_close(void)
{
  signals_watch(-1);
  for (int number = 1; number < NSIG; number++)
    if (number == SIGPIPE || heard_of(number))
      sigaction(number, &before[number], NULL);
  close(pipe_ends[0]);
  close(pipe_ends[1]);
  pipe_ends[0] = pipe_ends[1] = -1;
}

void signals_set_writing(bool now)
{
  is_writing = now;
}

int signals_ending(void)
{
  return ending;
}

unsigned signals_take(void)
{
  unsigned heard = 0;
  unsigned char bytes[64];
  if (unheard) {
    alarm(0);
    unheard = 0;
  }
  ssize_t count;
  while ((count = read(pipe_ends[0], bytes, sizeof bytes)) > 0)
    for (ssize_t i = 0; i < count; i++)
      heard |= bytes[i];
  return heard;
}

void signals_stop(void)
{
  struct sigaction ours, standard = {.sa_handler = SIG_DFL};
  sigemptyset(&standard.sa_mask);
  sigaction(SIGTSTP, &standard, &ours);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}

bool signals_watch(int descriptor)
{
  if (descriptor < 0) {
    if (arrivals >= 0)
      close(arrivals);
    arrivals = -1;
    watched_count = 0;
    return true;
  }
  if (watched_count == WATCHABLE)
    return false;
  if (arrivals < 0)
    arrivals = epoll_create1(EPOLL_CLOEXEC);
  struct epoll_event event = {.events = EPOLLIN | EPOLLET};
  if (arrivals < 0 || epoll_ctl(arrivals, EPOLL_CTL_ADD, descriptor, &event) != 0)
    return false;
  watched_descriptors[watched_count++] = (struct pollfd){.fd = descriptor, .events = POLLIN};
  return true;
}

bool signals_noticed(void)
{
  if (watched_count == 0)
    return false;
  struct epoll_event events[WATCHABLE];
  epoll_wait(arrivals, events, WATCHABLE, 0);
  if (poll(watched_descriptors, (nfds_t)watched_count, 0) < 1)
    return false;
  for (int i = 0; i < watched_count; i++)
    if (watched_descriptors[i].revents & POLLIN)
      return true;
  return false;
}

enum waited signals_wait(int milliseconds, bool with_watched)
{
  struct pollfd watched[] = {{.fd = pipe_ends[0], .events = POLLIN},
                             {.fd = STDIN_FILENO, .events = POLLIN},
                             {.fd = with_watched ? arrivals : -1, .events = POLLIN}};
  int ready = poll(watched, 3, milliseconds);
  if (ready == 0)
    return WAITED_TIME;
  if (ready < 0)
    return errno == EINTR || errno == EAGAIN ? WAITED_SIGNAL : WAITED_END;
  if (watched[0].revents)
    return WAITED_SIGNAL;
  if (!watched[1].revents)
    return WAITED_NOTICE;
  /* What was typed before the line broke is still read; then reading finds the end. */
  return watched[1].revents & POLLIN ? WAITED_INPUT : WAITED_END;
}

enum waited signals_look(void)
{
  struct pollfd watched[] = {{.fd = pipe_ends[0], .events = POLLIN}, {.fd = STDIN_FILENO}};
  if (poll(watched, 2, 0) < 1)
    return WAITED_TIME;
  return watched[0].revents ? WAITED_SIGNAL : WAITED_END;
}

size_t signals_read(unsigned char *bytes, size_t room)
{
  ssize_t count;
  do
    count = read(STDIN_FILENO, bytes, room);
  while (count < 0 && errno == EINTR);
  return count > 0 ? (size_t)count : 0;
}
