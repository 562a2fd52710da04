/* A program under a pseudo-terminal of its own, as a shell's foreground job. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* A running program and the other end of its terminal. */
struct pseudo_terminal {
  int master;
  pid_t process, leader;
  int leader_line; /* to the session's leader */
};

/* What a program is doing; otherwise it has ended, and this is its exit code, or 128 and its
   signal. */
enum { RUNNING = -1, STOPPED = -2 };

/* Starts a program as the foreground job of a new session that the terminal controls; standard
   error too is the terminal. With `ignores_hang_up` it runs as under nohup. -1 as master where
   that fails. */
struct pseudo_terminal pseudo_terminal_start(const char *path, char *const arguments[],
                                             char *const environment[], int rows, int columns,
                                             bool ignores_hang_up);

/* Gives the terminal another size, which signals the program. */
bool pseudo_terminal_resize(int master, int rows, int columns);

/* Reads what the program wrote within some milliseconds: bytes, 0 if nothing, -1 at the end. */
ssize_t pseudo_terminal_read(int master, char *bytes, size_t room, int milliseconds);

/* Whether the terminal echoes and edits lines, as a shell left it. */
bool pseudo_terminal_is_cooked(int master);

/* What has newly become of the program, within some milliseconds; RUNNING where nothing has. */
int pseudo_terminal_status(struct pseudo_terminal terminal, int milliseconds);

/* Continues a stopped program in the foreground, as a shell's `fg` does. */
bool pseudo_terminal_continue(struct pseudo_terminal terminal);

/* Kills the session and closes what is still open. */
void pseudo_terminal_end(struct pseudo_terminal terminal);
