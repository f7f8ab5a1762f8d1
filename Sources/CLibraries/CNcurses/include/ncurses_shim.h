// ncursesw for Swift: what is a macro, a variadic call or a mutable global there is a plain function here.
#ifndef VESTNIK_CNCURSES_H
#define VESTNIK_CNCURSES_H
#define NCURSES_WIDECHAR 1
#include <ncurses.h>

#endif
