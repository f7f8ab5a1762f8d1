// Scrolls lines as a program of the terminal library alone would: the measure of what a scrolled line may cost.
//
//   scroll LINES WIDTH STEPS FOREGROUND BACKGROUND
//
// Shows the file's lines in a pane of that width with a line of state below, and what stands beside the pane where it
// leaves room; scrolls the pane so many times by one line.
#define NCURSES_WIDECHAR 1
#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char lines[1000][1000];

int main(int count, char **arguments) {
    if (count != 6) return 64;
    setlocale(LC_CTYPE, "");
    FILE *file = fopen(arguments[1], "r");
    if (file == NULL) return 66;
    for (int i = 0; i < 1000 && fgets(lines[i], sizeof lines[i], file); i++) lines[i][strcspn(lines[i], "\n")] = 0;
    int width = atoi(arguments[2]), steps = atoi(arguments[3]);
    initscr();
    curs_set(0);
    start_color();
    use_default_colors();
    init_extended_pair(1, atoi(arguments[4]), atoi(arguments[5]));
    int rows = LINES - 1;
    WINDOW *beside = newwin(LINES, COLS, 0, 0), *pane = newwin(rows, width, 0, 0);
    wbkgd(beside, COLOR_PAIR(1));
    wbkgd(pane, COLOR_PAIR(1));
    idlok(pane, TRUE);
    scrollok(pane, TRUE);
    for (int row = 0; width < COLS && row < rows; row++) mvwprintw(beside, row, width, "│ beside %d", row);
    for (int row = 0; row < rows; row++) mvwaddstr(pane, row, 0, lines[row]);
    for (int step = 0; step <= steps; step++) {
        if (step > 0) {
            wscrl(pane, 1);
            mvwaddstr(pane, rows - 1, 0, lines[rows - 1 + step]);
        }
        mvwprintw(beside, rows, COLS - 6, "%3d %%", step);
        wnoutrefresh(beside);
        touchwin(pane);
        wnoutrefresh(pane);
        doupdate();
    }
    endwin();
    return 0;
}
