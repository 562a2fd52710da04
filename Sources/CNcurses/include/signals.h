/* Signals as bytes in a pipe, and input waited for together with them. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

/* Signals that the driver hears of, to be added up. */
enum {
  HEARD_HANGUP = 1,
  HEARD_TERMINATE = 2,
  HEARD_INTERRUPT = 4,
  HEARD_SIZE = 8,
  HEARD_STOP = 16,
  HEARD_CONTINUE = 32,
  HEARD_END = 64 /* another one for which programs end, such as SIGQUIT; signals_ending says which */
};

/* Listens to all signals that a program can listen to and for which it would end; SIGPIPE is ignored.
   A signal that the parent has ignored, as nohup does, stays ignored. */
bool signals_open(void);

/* Puts back what was there before. */
void signals_close(void);

/* What was heard since the last time. */
unsigned signals_take(void);

/* Says whether the program writes to the terminal now. A signal that asks to end and is not taken
   within seconds, as the writing goes on, then ends it immediately. */
void signals_set_writing(bool is_writing);

/* The first signal of HEARD_END; 0 where none has come. */
int signals_ending(void);

/* Stops the whole process group as the terminal's own stop key would; returns when continued. */
void signals_stop(void);

/* What waiting for input came to. */
enum waited { WAITED_SIGNAL, WAITED_INPUT, WAITED_NOTICE, WAITED_TIME, WAITED_END };

/* Watches a descriptor of the program's besides others, which must stay open meanwhile; below 0 none
   any more. False where it is of a kind that cannot be waited for, or one too many. */
bool signals_watch(int descriptor);

/* Whether there is something to read at a watched descriptor; what has arrived until now ends no
   wait any more. */
bool signals_noticed(void);

/* Waits for input on standard input or a signal, which come first, or for something to arrive at
   a watched descriptor; below 0 without limit. */
enum waited signals_wait(int milliseconds, bool with_watched);

/* Looks without waiting: WAITED_SIGNAL, WAITED_END where the terminal is gone, else WAITED_TIME. */
enum waited signals_look(void);

/* Reads what is there: how many bytes, or 0 where the terminal is gone. */
size_t signals_read(unsigned char *bytes, size_t room);
