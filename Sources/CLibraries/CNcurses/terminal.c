#define _GNU_SOURCE
#include "ncurses_shim.h"
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

struct terminal {
    SCREEN *screen;
    FILE *output, *input;
    // Where what the library writes is kept until it is sent, and the way to the terminal, which never blocks.
    int frame, way;
    // Whether the last write ended within something.
    bool is_cut;
};

// The terminal opened anew: what is set for this opening (not to block) is set for nobody else, and what others set for
// theirs is not for us. Where that is not allowed, the opening that we were given.
static int way_to(int output) {
    char path[32];
    snprintf(path, sizeof path, "/proc/self/fd/%d", output);
    int way = isatty(output) ? open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) : -1;
    return way >= 0 ? way : fcntl(output, F_DUPFD_CLOEXEC, 3);
}

static FILE *duplicate(int descriptor, const char *mode) {
    int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
    FILE *file = copy < 0 ? NULL : fdopen(copy, mode);
    if (file == NULL && copy >= 0) close(copy);
    return file;
}

struct terminal *terminal_open(const char *type, int output, int input) {
    struct terminal *terminal = calloc(1, sizeof *terminal);
    if (terminal == NULL) return NULL;
    terminal->frame = memfd_create("frame", MFD_CLOEXEC);
    terminal->way = way_to(output);
    terminal->output = duplicate(output, "w");
    terminal->input = duplicate(input, "r");
    if (terminal->output && terminal->input)
        terminal->screen = newterm(type, terminal->output, terminal->input);
    if (terminal->screen) return terminal;
    terminal_free(terminal);
    return NULL;
}

bool terminal_describe(const char *type) {
    int fault = 0;
    return setupterm((char *)type, STDOUT_FILENO, &fault) == OK;
}

void terminal_forget(void) {
    if (cur_term) del_curterm(cur_term);
}

WINDOW *terminal_window(void) { return stdscr; }

void terminal_free(struct terminal *terminal) {
    // The library leaves its files open.
    if (terminal->screen) delscreen(terminal->screen);
    if (terminal->output) fclose(terminal->output);
    if (terminal->input) fclose(terminal->input);
    if (terminal->frame >= 0) close(terminal->frame);
    if (terminal->way >= 0) close(terminal->way);
    free(terminal);
}

void terminal_hold(struct terminal *terminal) {
    if (terminal->frame < 0 || terminal->way < 0) return;
    dup3(terminal->frame, fileno(terminal->output), O_CLOEXEC);
}

int terminal_way(struct terminal *terminal) { return terminal->way; }

// A terminal that takes nothing is waited for without an end, but not longer than the process is wanted; one that is gone
// is not. A pause may be missed by a signal that came just before it: therefore it has a limit.
static bool wait_for(int descriptor, bool is_leaving) {
    if (!is_leaving && guard_ending_signal() != 0) return false;
    struct pollfd ready = {.fd = descriptor, .events = POLLOUT};
    poll(&ready, 1, 1000);
    return true;
}

static bool write_all(struct terminal *terminal, const char *bytes, size_t left, bool is_leaving) {
    // An opening that blocks is given little at a time, and only when it takes something.
    bool blocks = isatty(terminal->way) && !(fcntl(terminal->way, F_GETFL) & O_NONBLOCK);
    while (left > 0) {
        struct pollfd ready = {.fd = terminal->way, .events = POLLOUT};
        ssize_t written = -1;
        errno = EAGAIN;
        if (!blocks || poll(&ready, 1, 0) != 0) written = write(terminal->way, bytes, blocks && left > 128 ? 128 : left);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0 && errno == EAGAIN) {
            if (wait_for(terminal->way, is_leaving)) continue;
            terminal->is_cut = true;
            return false;
        }
        if (written <= 0) return false;
        bytes += written;
        left -= (size_t)written;
    }
    return true;
}

bool terminal_write(struct terminal *terminal, const char *bytes, size_t count, bool is_leaving) {
    if (terminal->is_cut) {
        // CAN ends whatever was begun.
        if (!write_all(terminal, "\x18", 1, is_leaving)) return false;
        terminal->is_cut = false;
    }
    return write_all(terminal, bytes, count, is_leaving);
}

void terminal_send(struct terminal *terminal, bool is_leaving) {
    if (terminal->frame < 0 || terminal->way < 0) return;
    off_t end = lseek(terminal->frame, 0, SEEK_CUR);
    char bytes[32 * 1024];
    for (off_t sent = 0; sent < end;) {
        size_t most = (size_t)(end - sent);
        ssize_t count = pread(terminal->frame, bytes, most < sizeof bytes ? most : sizeof bytes, sent);
        if (count <= 0 || !terminal_write(terminal, bytes, (size_t)count, is_leaving)) break;
        sent += count;
    }
    lseek(terminal->frame, 0, SEEK_SET);
}

const char *terminal_string(const char *name) {
    const char *value = tigetstr((char *)name);
    return value == (char *)-1 ? NULL : value;
}

int terminal_number(const char *name) { return tigetnum((char *)name); }

bool terminal_flag(const char *name) { return tigetflag((char *)name) > 0; }

int terminal_colors(void) { return COLORS; }

int terminal_pairs(void) { return COLOR_PAIRS; }

void terminal_size(int descriptor, int *across, int *down) {
    struct winsize size = {0};
    int known = ioctl(descriptor, TIOCGWINSZ, &size) == 0;
    *across = known ? size.ws_col : 0;
    *down = known ? size.ws_row : 0;
}

void terminal_cell(int descriptor, int *width, int *height) {
    struct winsize size = {0};
    int known = ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 && size.ws_row > 0;
    *width = known ? size.ws_xpixel / size.ws_col : 0;
    *height = known ? size.ws_ypixel / size.ws_row : 0;
}

const char *terminal_codeset(void) { return nl_langinfo(CODESET); }

int terminal_width(wchar_t character) { return wcwidth(character); }

// The library hands out bytes one by one to a function: this one keeps them.
static char *collected;
static size_t collected_count;
static size_t collected_capacity;

static int collect(int byte) {
    if (collected_count < collected_capacity) collected[collected_count++] = (char)byte;
    return byte;
}

static void begin_collecting(char *bytes, size_t capacity) {
    collected = bytes;
    collected_count = 0;
    collected_capacity = capacity;
}

size_t terminal_move_bytes(int row, int column, char *bytes, size_t capacity) {
    begin_collecting(bytes, capacity);
    char *address = tiparm(cursor_address, row, column);
    if (address) tputs(address, 1, collect);
    return collected_count;
}

size_t terminal_look_bytes(attr_t attributes, int pair, char *bytes, size_t capacity) {
    begin_collecting(bytes, capacity);
    vid_puts(attributes, 0, &pair, collect);
    return collected_count;
}

void terminal_cursor(int *row, int *column) { getyx(curscr, *row, *column); }
