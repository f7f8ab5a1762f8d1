#define _GNU_SOURCE
#include "ncurses_shim.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// Everything a handler reads is written before `armed` is set, and not while it is.
static atomic_bool armed;
static atomic_int happened;
static atomic_int ending_signal;
static int terminal_descriptor;
static int wake_descriptor;
static struct termios saved_modes;
static char restoring_bytes[GUARD_BYTES];
static size_t restoring_count;
// Whether a backtrace was asked for: Swift's own handler, which would else ask questions on the terminal, is called.
static bool wants_backtrace;
// How long a terminal that takes nothing is waited for before the process ends without giving it back.
static const long patience = 1000;

// Ways to die that leave no time: the terminal is given back, then the process dies as it would have. The real-time
// signals are of them.
static const int fatal[] = {
    SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS, SIGALRM, SIGQUIT, SIGUSR1,
    SIGUSR2, SIGVTALRM, SIGPROF, SIGXCPU, SIGPOLL, SIGPWR, SIGSTKFLT,
};
// Requests to end: the program is told and has two seconds.
static const int ending[] = {SIGTERM, SIGHUP, SIGINT};
static const int telling[] = {SIGWINCH, SIGTSTP, SIGCONT};
// What a call tells of by its result too: a closed pipe, a file that may not grow.
static const int ignored[] = {SIGPIPE, SIGXFSZ};

#define COUNT(list) (sizeof(list) / sizeof(list)[0])
static struct sigaction former[_NSIG];
static bool is_handled[_NSIG];

static long milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void guard_restore(void) {
    if (!atomic_load(&armed)) return;
    int error = errno;
    const char *bytes = restoring_bytes;
    size_t left = restoring_count;
    long end = milliseconds() + patience;
    while (left > 0) {
        // Also an opening that blocks takes a little at once when it is ready.
        struct pollfd ready = {.fd = terminal_descriptor, .events = POLLOUT};
        long wait = end - milliseconds();
        int found = poll(&ready, 1, wait > 0 ? (int)wait : 0);
        if (found < 0 && errno == EINTR && wait > 0) continue;
        if (found <= 0) break;
        ssize_t written = write(terminal_descriptor, bytes, left < 64 ? left : 64);
        if (written < 0 && (errno == EINTR || errno == EAGAIN) && wait > 0) continue;
        if (written <= 0) break;
        bytes += written;
        left -= (size_t)written;
    }
    // A process in the background would be stopped here instead of dying.
    sigset_t quiet, former_mask;
    sigemptyset(&quiet);
    sigaddset(&quiet, SIGTTOU);
    pthread_sigmask(SIG_BLOCK, &quiet, &former_mask);
    tcsetattr(terminal_descriptor, TCSANOW, &saved_modes);
    pthread_sigmask(SIG_SETMASK, &former_mask, NULL);
    errno = error;
}

static void tell(int bits) {
    int error = errno;
    atomic_fetch_or(&happened, bits);
    char byte = 0;
    ssize_t ignored_count = write(wake_descriptor, &byte, 1);
    (void)ignored_count;
    errno = error;
}

static void die_of(int number) {
    signal(number, SIG_DFL);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, number);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
    raise(number);
}

static void on_fatal(int number) {
    guard_restore();
    atomic_store(&armed, false);
    int asked = atomic_load(&ending_signal);
    if (number == SIGALRM && asked != 0) {
        // The program was asked to end and did not in time.
        die_of(asked);
        _exit(128 + asked);
    }
    if (wants_backtrace && number < _NSIG && former[number].sa_handler != SIG_DFL) {
        sigaction(number, &former[number], NULL);
        raise(number);
        return;
    }
    die_of(number);
}

static void on_ending(int number) {
    int none = 0;
    // Whoever asks again does not give it more time.
    if (atomic_compare_exchange_strong(&ending_signal, &none, number)) alarm(2);
    tell(GUARD_ENDING);
}

static void on_telling(int number) {
    tell(number == SIGWINCH ? GUARD_RESIZED : number == SIGTSTP ? GUARD_STOP : GUARD_CONTINUED);
}

static void handle(int number, void (*handler)(int), int flags) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigfillset(&action.sa_mask);
    is_handled[number] = sigaction(number, &action, &former[number]) == 0;
}

static void handle_all(const int *numbers, size_t count, void (*handler)(int), int flags) {
    for (size_t i = 0; i < count; i++) handle(numbers[i], handler, flags);
}

static void on_exit_restore(void) { guard_restore(); }

void guard_arm(int terminal, int wake, const struct termios *saved, const char *bytes, size_t count) {
    static bool registered;
    guard_disarm();
    terminal_descriptor = terminal;
    wake_descriptor = wake;
    saved_modes = *saved;
    wants_backtrace = getenv("SWIFT_BACKTRACE") != NULL;
    restoring_count = count < GUARD_BYTES ? count : GUARD_BYTES;
    memcpy(restoring_bytes, bytes, restoring_count);
    atomic_store(&happened, 0);
    if (!registered) registered = atexit(on_exit_restore) == 0;
    atomic_store(&armed, true);
    // A stack that overflowed has no room for a handler.
    static char stack[64 * 1024];
    stack_t alternative = {.ss_sp = stack, .ss_size = sizeof stack}, current;
    if (sigaltstack(NULL, &current) == 0 && (current.ss_flags & SS_DISABLE)) sigaltstack(&alternative, NULL);
    handle_all(fatal, COUNT(fatal), on_fatal, SA_ONSTACK);
    for (int number = SIGRTMIN; number <= SIGRTMAX; number++) handle(number, on_fatal, SA_ONSTACK);
    handle_all(ending, COUNT(ending), on_ending, SA_RESTART);
    handle_all(telling, COUNT(telling), on_telling, SA_RESTART);
    handle_all(ignored, COUNT(ignored), SIG_IGN, 0);
}

void guard_disarm(void) {
    if (!atomic_exchange(&armed, false)) return;
    alarm(0);
    for (int number = 1; number < _NSIG; number++) {
        if (is_handled[number]) sigaction(number, &former[number], NULL);
        is_handled[number] = false;
    }
}

int guard_take(void) { return atomic_exchange(&happened, 0); }

int guard_ending_signal(void) { return atomic_load(&ending_signal); }

void guard_stop_process(void) {
    struct sigaction plain, former_action;
    memset(&plain, 0, sizeof plain);
    plain.sa_handler = SIG_DFL;
    sigemptyset(&plain.sa_mask);
    sigaction(SIGTSTP, &plain, &former_action);
    kill(getpid(), SIGTSTP);
    sigaction(SIGTSTP, &former_action, NULL);
}
