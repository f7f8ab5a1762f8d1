// ncursesw for Swift: what is a macro, a variadic call or a mutable global there is a plain function here; and the
// one piece of logic that must be C: giving the terminal back from within a signal handler.
#ifndef VESTNIK_CNCURSES_H
#define VESTNIK_CNCURSES_H
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/// The library's screen with the files that it reads and writes.
struct terminal;
/// A terminal on two file descriptors, which are duplicated; NULL when the type is not known or cannot be used.
struct terminal *_Nullable terminal_open(const char *_Nullable type, int output, int input);
/// Makes a type's capabilities known without a screen, handlers or output; false when the type is not known.
bool terminal_describe(const char *_Nonnull type);
/// Forgets what `terminal_describe` made known.
void terminal_forget(void);
/// The window of the current terminal.
WINDOW *_Nullable terminal_window(void);
/// Frees what `terminal_open` made and closes its descriptors; the current terminal must be another or ended.
void terminal_free(struct terminal *_Nonnull terminal);
/// From here on what the library writes is kept until `terminal_send`: it writes at every move of the cursor, a terminal
/// shows a frame that comes in eighty pieces in eighty pieces, and the library knows no terminal that takes nothing. It
/// can set no modes any more.
void terminal_hold(struct terminal *_Nonnull terminal);
/// Sends what was kept in one piece; returns at once where the terminal is gone.
void terminal_send(struct terminal *_Nonnull terminal, bool is_leaving);
/// Writes bytes beside the library, which must have nothing waiting. A terminal that takes nothing is waited for with no
/// work, until a signal asks the process to end; when leaving, until the guard ends it. False: they are not all written.
bool terminal_write(struct terminal *_Nonnull terminal, const char *_Nonnull bytes, size_t count, bool is_leaving);
/// The descriptor that is written to; a write to it does not block where the terminal could be opened anew.
int terminal_way(struct terminal *_Nonnull terminal);

/// A string capability by its terminfo name; NULL when absent. Valid as long as the terminal.
const char *_Nullable terminal_string(const char *_Nonnull name);
/// A numeric capability; negative when absent.
int terminal_number(const char *_Nonnull name);
/// A boolean capability.
bool terminal_flag(const char *_Nonnull name);
/// How many colours and pairs of colours the library has, once colours were started.
int terminal_colors(void);
int terminal_pairs(void);

/// The size in cells that the kernel knows; zero when it knows none.
void terminal_size(int descriptor, int *_Nonnull columns, int *_Nonnull rows);
/// The size of a cell in pixels that the kernel knows; zero when it knows none.
void terminal_cell(int descriptor, int *_Nonnull width, int *_Nonnull height);

/// The code set of the current LC_CTYPE, as in "UTF-8".
const char *_Nonnull terminal_codeset(void);

/// The columns that the library will give a character: it asks the C library; negative when that knows none.
int terminal_width(wchar_t character);

/// The bytes that move the cursor, or that set attributes and a pair of colours; how many there are, at most
/// `capacity`. The library is told of attributes, which must be normal again before it goes on.
size_t terminal_move_bytes(int row, int column, char *_Nonnull bytes, size_t capacity);
size_t terminal_look_bytes(attr_t attributes, int pair, char *_Nonnull bytes, size_t capacity);
/// Where the library left the terminal's cursor.
void terminal_cursor(int *_Nonnull row, int *_Nonnull column);

/// Attribute bits, which are macros there.
static const attr_t look_bold = A_BOLD;
static const attr_t look_dim = A_DIM;
static const attr_t look_reverse = A_REVERSE;
static const attr_t look_underline = A_UNDERLINE;
static const attr_t look_italic = A_ITALIC;

// The guard: while armed, whatever ends the process writes the bytes that give the terminal back and restores its
// modes first, with nothing but async-signal-safe calls.

/// What happened since the guard was asked last; a set of bits.
enum {
    GUARD_RESIZED = 1,
    GUARD_STOP = 2,
    GUARD_CONTINUED = 4,
    GUARD_ENDING = 8,
};

/// How many bytes giving back may take.
#define GUARD_BYTES 512

/// Arms it: handlers are set, `wake` is written one byte whenever something is to be asked with `guard_take`.
/// A signal that asks the process to end leaves it two seconds to do so by itself.
void guard_arm(int terminal, int wake, const struct termios *_Nonnull saved, const char *_Nonnull bytes, size_t count);
/// Gives the terminal back now, as a dying process would; the guard stays armed.
void guard_restore(void);
/// Takes the handlers away again.
void guard_disarm(void);
/// What happened since the last call.
int guard_take(void);
/// The signal that asked the process to end; zero when none did.
int guard_ending_signal(void);
/// Stops the process as the terminal's stop key does; returns when it goes on.
void guard_stop_process(void);

#endif
