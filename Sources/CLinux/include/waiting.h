/* What a session needs to wait for others and Swift's Glibc leaves out: epoll(7) and timerfd(2). */
#ifndef CALLOFF_WAITING_H
#define CALLOFF_WAITING_H

#include <sys/epoll.h>
#include <sys/timerfd.h>

#endif
