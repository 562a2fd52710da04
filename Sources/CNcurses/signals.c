#define _GNU_SOURCE
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/epoll.h>
#include <unistd.h>

static const struct { int number; unsigned heard; } listened[] = {
  {SIGHUP, HEARD_HANGUP}, {SIGTERM, HEARD_TERMINATE}, {SIGINT, HEARD_INTERRUPT},
  {SIGWINCH, HEARD_SIZE}, {SIGTSTP, HEARD_STOP},      {SIGCONT, HEARD_CONTINUE}};
enum { LISTENED = sizeof listened / sizeof *listened };

static struct sigaction before[LISTENED];
static int pipe_ends[2] = {-1, -1};
/* A descriptor of the program's that is watched, and an edge-triggered set with it alone. Polled
   itself, what nobody reads would end every wait at once; the set tells of each arrival once. */
static int watched_descriptor = -1, arrivals = -1;

/* Writes one byte and nothing else; a full pipe has been told already. */
static void on_signal(int number)
{
  int kept = errno;
  for (int i = 0; i < LISTENED; i++)
    if (listened[i].number == number) {
      unsigned char byte = (unsigned char)listened[i].heard;
      if (write(pipe_ends[1], &byte, 1) < 0)
        break;
    }
  errno = kept;
}

bool signals_open(void)
{
  if (pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0)
    return false;
  struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < LISTENED; i++) {
    sigaction(listened[i].number, NULL, &before[i]);
    if (before[i].sa_handler != SIG_IGN)
      sigaction(listened[i].number, &action, NULL);
  }
  return true;
}

void signals_close(void)
{
  signals_watch(-1);
  for (int i = 0; i < LISTENED; i++)
    sigaction(listened[i].number, &before[i], NULL);
  close(pipe_ends[0]);
  close(pipe_ends[1]);
  pipe_ends[0] = pipe_ends[1] = -1;
}

unsigned signals_take(void)
{
  unsigned heard = 0;
  unsigned char bytes[64];
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
  if (arrivals >= 0)
    close(arrivals);
  watched_descriptor = arrivals = -1;
  if (descriptor < 0)
    return true;
  struct epoll_event event = {.events = EPOLLIN | EPOLLET};
  arrivals = epoll_create1(EPOLL_CLOEXEC);
  if (arrivals < 0 || epoll_ctl(arrivals, EPOLL_CTL_ADD, descriptor, &event) != 0) {
    if (arrivals >= 0)
      close(arrivals);
    arrivals = -1;
    return false;
  }
  watched_descriptor = descriptor;
  return true;
}

bool signals_noticed(void)
{
  if (watched_descriptor < 0)
    return false;
  struct epoll_event event;
  epoll_wait(arrivals, &event, 1, 0);
  struct pollfd watched = {.fd = watched_descriptor, .events = POLLIN};
  return poll(&watched, 1, 0) == 1 && watched.revents & POLLIN;
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

size_t signals_read(unsigned char *bytes, size_t room)
{
  ssize_t count;
  do
    count = read(STDIN_FILENO, bytes, room);
  while (count < 0 && errno == EINTR);
  return count > 0 ? (size_t)count : 0;
}
