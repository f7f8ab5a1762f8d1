#define _GNU_SOURCE
#include "ncurses_shim.h"
#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
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

// Ways to die that leave no time: the terminal is given back, then the process dies as it would have.
static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS, SIGALRM, SIGQUIT};
// Requests to end: the program is told and has two seconds.
static const int ending[] = {SIGTERM, SIGHUP, SIGINT};
static const int telling[] = {SIGWINCH, SIGTSTP, SIGCONT};

#define COUNT(list) (sizeof(list) / sizeof(list)[0])
static struct sigaction former_fatal[COUNT(fatal)];
static struct sigaction former_ending[COUNT(ending)];
static struct sigaction former_telling[COUNT(telling)];

void guard_restore(void) {
    if (!atomic_load(&armed)) return;
    int error = errno;
    const char *bytes = restoring_bytes;
    size_t left = restoring_count;
    while (left > 0) {
        ssize_t written = write(terminal_descriptor, bytes, left);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) break;
        bytes += written;
        left -= (size_t)written;
    }
    // A process in the background would be stopped here instead of dying.
    sigset_t quiet, former;
    sigemptyset(&quiet);
    sigaddset(&quiet, SIGTTOU);
    pthread_sigmask(SIG_BLOCK, &quiet, &former);
    tcsetattr(terminal_descriptor, TCSANOW, &saved_modes);
    pthread_sigmask(SIG_SETMASK, &former, NULL);
    errno = error;
}

static void tell(int bits) {
    int error = errno;
    atomic_fetch_or(&happened, bits);
    char byte = 0;
    ssize_t ignored = write(wake_descriptor, &byte, 1);
    (void)ignored;
    errno = error;
}

static void on_fatal(int number) {
    guard_restore();
    atomic_store(&armed, false);
    int asked = atomic_load(&ending_signal);
    if (number == SIGALRM && asked != 0) {
        // The program was asked to end and did not in time.
        signal(asked, SIG_DFL);
        sigset_t set;
        sigemptyset(&set);
        sigaddset(&set, asked);
        pthread_sigmask(SIG_UNBLOCK, &set, NULL);
        raise(asked);
        _exit(128 + asked);
    }
    signal(number, SIG_DFL);
    for (size_t i = 0; wants_backtrace && i < COUNT(fatal); i++)
        if (fatal[i] == number) sigaction(number, &former_fatal[i], NULL);
    raise(number);
}

static void on_ending(int number) {
    int none = 0;
    atomic_compare_exchange_strong(&ending_signal, &none, number);
    alarm(2);
    tell(GUARD_ENDING);
}

static void on_telling(int number) {
    tell(number == SIGWINCH ? GUARD_RESIZED : number == SIGTSTP ? GUARD_STOP : GUARD_CONTINUED);
}

static void handle(const int *numbers, size_t count, struct sigaction *former, void (*handler)(int), int flags) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigfillset(&action.sa_mask);
    for (size_t i = 0; i < count; i++) sigaction(numbers[i], &action, &former[i]);
}

static void unhandle(const int *numbers, size_t count, struct sigaction *former) {
    for (size_t i = 0; i < count; i++) sigaction(numbers[i], &former[i], NULL);
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
    handle(fatal, COUNT(fatal), former_fatal, on_fatal, SA_ONSTACK);
    handle(ending, COUNT(ending), former_ending, on_ending, SA_RESTART);
    handle(telling, COUNT(telling), former_telling, on_telling, SA_RESTART);
}

void guard_disarm(void) {
    if (!atomic_exchange(&armed, false)) return;
    alarm(0);
    unhandle(fatal, COUNT(fatal), former_fatal);
    unhandle(ending, COUNT(ending), former_ending);
    unhandle(telling, COUNT(telling), former_telling);
}

int guard_take(void) { return atomic_exchange(&happened, 0); }

int guard_ending_signal(void) { return atomic_load(&ending_signal); }

void guard_stop_process(void) {
    struct sigaction plain, former;
    memset(&plain, 0, sizeof plain);
    plain.sa_handler = SIG_DFL;
    sigemptyset(&plain.sa_mask);
    sigaction(SIGTSTP, &plain, &former);
    kill(getpid(), SIGTSTP);
    sigaction(SIGTSTP, &former, NULL);
}
