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
    // Where a frame is kept until it is whole, and the way back to the terminal; negative: there is none.
    int frame, way;
};

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
    terminal->way = fcntl(output, F_DUPFD_CLOEXEC, 3);
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
    lseek(terminal->frame, 0, SEEK_SET);
    dup3(terminal->frame, fileno(terminal->output), O_CLOEXEC);
}

// A terminal that does not take it yet is waited for, one that is gone is not.
static bool write_all(int descriptor, const char *bytes, size_t left) {
    while (left > 0) {
        ssize_t written = write(descriptor, bytes, left);
        if (written < 0 && errno == EAGAIN) {
            struct pollfd ready = {.fd = descriptor, .events = POLLOUT};
            poll(&ready, 1, -1);
            continue;
        }
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes += written;
        left -= (size_t)written;
    }
    return true;
}

void terminal_send(struct terminal *terminal) {
    if (terminal->frame < 0 || terminal->way < 0) return;
    off_t end = lseek(terminal->frame, 0, SEEK_CUR);
    dup3(terminal->way, fileno(terminal->output), O_CLOEXEC);
    char bytes[32 * 1024];
    for (off_t sent = 0; sent < end;) {
        size_t most = (size_t)(end - sent);
        ssize_t count = pread(terminal->frame, bytes, most < sizeof bytes ? most : sizeof bytes, sent);
        if (count <= 0 || !write_all(terminal->way, bytes, (size_t)count)) return;
        sent += count;
    }
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
