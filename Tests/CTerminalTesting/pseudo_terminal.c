#define _GNU_SOURCE
#include "pseudo_terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

/* The two processes below run between fork and exec, where only calls that are safe in a signal
   handler may be made. */

static void run_job(const char *path, char *const arguments[], char *const environment[],
                    bool ignores_hang_up)
{
  setpgid(0, 0);
  signal(SIGTTOU, SIG_IGN);
  tcsetpgrp(STDIN_FILENO, getpid());
  for (int i = 1; i < NSIG; i++)
    signal(i, SIG_DFL);
  if (ignores_hang_up)
    signal(SIGHUP, SIG_IGN);
  execve(path, arguments, environment);
  _exit(127);
}

/* As a shell would, the leader takes the terminal back when its job stops, tells, and continues
   the job when told to. A program that led its session itself could not be stopped. */
static void lead(pid_t job, int line)
{
  int status;
  signal(SIGTTOU, SIG_IGN);
  signal(SIGHUP, SIG_IGN);
  if (write(line, &job, sizeof job) < 0)
    _exit(1);
  while (waitpid(job, &status, WUNTRACED) == job) {
    int told = WIFSTOPPED(status)  ? STOPPED
               : WIFEXITED(status) ? WEXITSTATUS(status)
                                   : 128 + WTERMSIG(status);
    if (told == STOPPED)
      tcsetpgrp(STDIN_FILENO, getpid());
    if (write(line, &told, sizeof told) < 0 || told != STOPPED)
      break;
    if (read(line, &told, 1) != 1)
      break;
    tcsetpgrp(STDIN_FILENO, job);
    kill(-job, SIGCONT);
  }
  /* The session lasts until the other side has looked at its terminal. */
  while (read(line, &status, sizeof status) > 0)
    ;
  kill(-job, SIGKILL);
  _exit(0);
}

static void begin_session(const char *slave)
{
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  setsid();
  int terminal = open(slave, O_RDWR);
  if (terminal < 0 || ioctl(terminal, TIOCSCTTY, 0) != 0)
    _exit(126);
  for (int i = 0; i < 3; i++)
    dup2(terminal, i);
  if (terminal > 2)
    close(terminal);
}

struct pseudo_terminal pseudo_terminal_start(const char *path, char *const arguments[],
                                             char *const environment[], int rows, int columns,
                                             bool ignores_hang_up)
{
  struct pseudo_terminal failed = {.master = -1}, started = {.leader_line = -1};
  char slave[64];
  int line[2];
  started.master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (started.master < 0 || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, line) != 0)
    return failed;
  started.leader_line = line[0];
  if (grantpt(started.master) != 0 || unlockpt(started.master) != 0
      || ptsname_r(started.master, slave, sizeof slave) != 0
      || !pseudo_terminal_resize(started.master, rows, columns))
    return failed;
  started.leader = fork();
  if (started.leader == 0) {
    /* The leader calls no exec, so it would keep other sessions' terminals open. */
    dup2(line[1], 3);
    close_range(4, ~0U, 0);
    begin_session(slave);
    pid_t job = fork();
    if (job == 0)
      close(3), run_job(path, arguments, environment, ignores_hang_up);
    lead(job, 3);
  }
  close(line[1]);
  if (started.leader < 0 || read(line[0], &started.process, sizeof started.process) <= 0)
    return failed;
  return started;
}

bool pseudo_terminal_resize(int master, int rows, int columns)
{
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(master, TIOCSWINSZ, &size) == 0;
}

ssize_t pseudo_terminal_read(int master, char *bytes, size_t room, int milliseconds)
{
  struct pollfd watched = {.fd = master, .events = POLLIN};
  int ready = poll(&watched, 1, milliseconds);
  if (ready == 0 || (ready < 0 && errno == EINTR))
    return 0;
  ssize_t count = ready < 0 ? -1 : read(master, bytes, room);
  return count > 0 ? count : -1;
}

bool pseudo_terminal_is_cooked(int master)
{
  struct termios modes;
  return tcgetattr(master, &modes) == 0 && modes.c_lflag & ECHO && modes.c_lflag & ICANON
         && modes.c_lflag & ISIG && modes.c_iflag & ICRNL;
}

int pseudo_terminal_status(struct pseudo_terminal terminal, int milliseconds)
{
  struct pollfd watched = {.fd = terminal.leader_line, .events = POLLIN};
  int status;
  if (poll(&watched, 1, milliseconds) != 1
      || read(terminal.leader_line, &status, sizeof status) != sizeof status)
    return RUNNING;
  return status;
}

bool pseudo_terminal_continue(struct pseudo_terminal terminal)
{
  return write(terminal.leader_line, "c", 1) == 1;
}

void pseudo_terminal_end(struct pseudo_terminal terminal)
{
  if (terminal.process > 0)
    kill(-terminal.process, SIGKILL);
  close(terminal.leader_line);
  if (terminal.master >= 0)
    close(terminal.master);
  waitpid(terminal.leader, NULL, 0);
}
