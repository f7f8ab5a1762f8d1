#pragma once

#include <string.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

/// A descriptor that becomes readable when the wall clock is set or the machine wakes from sleep
/// (timerfd_create(2), TFD_TIMER_CANCEL_ON_SET); -1 where the system has none.
static inline int clock_jumps_open(void) {
  return timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
}

/// Begins to watch, or to watch again after a jump.
static inline void clock_jumps_arm(int descriptor) {
  struct itimerspec far;
  memset(&far, 0, sizeof far);
  far.it_value.tv_sec = time(NULL) + 100L * 366 * 86400;
  timerfd_settime(descriptor, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &far, NULL);
}

/// Takes the jump that made the descriptor readable.
static inline void clock_jumps_take(int descriptor) {
  unsigned long long times;
  (void)!read(descriptor, &times, sizeof times);
}
