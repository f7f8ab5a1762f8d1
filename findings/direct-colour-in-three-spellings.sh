#!/bin/sh
# Terminfo's entries whose names end in -direct all mean 24 bits of colour, and are taken to say so alike.
#
# Seen with ncurses-term 6.4-4 (Debian 12): a colour is spelt in three ways, `38;2;R;G;B` (konsole, vte, st, alacritty),
# `38:2:R:G:B` (kitty, xterm-direct2) and `38:2::R:G:B` with an empty colour space (xterm, iTerm2, mlterm), and values below 8 are
# palette colours in all of them: dark blue 0x000007 comes out as white, `37`. A program that writes direct colours by tparm
# must keep off 0 to 7; one that writes them itself must know which spelling its terminal reads.
#
# Run by hand; needs apt-get, dpkg-deb and ncurses-bin. Fails when what was seen has changed.
set -eu
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download ncurses-term=6.4-4 2>/dev/null
dpkg-deb -x ncurses-term_*.deb package
for name in konsole-direct vte-direct st-direct alacritty-direct kitty-direct xterm-direct2 xterm-direct iterm2-direct mlterm-direct; do
  for colour in 7 66051; do
    printf '%s %s ' "$name" "$colour"
    TERMINFO="$PWD/package/usr/share/terminfo" tput -T "$name" setaf "$colour" | tr -d '\033'; echo
  done
done | tee seen
cat > expected <<'TEXT'
konsole-direct 7 [37m
konsole-direct 66051 [38;2;1;2;3m
vte-direct 7 [37m
vte-direct 66051 [38;2;1;2;3m
st-direct 7 [37m
st-direct 66051 [38;2;1;2;3m
alacritty-direct 7 [37m
alacritty-direct 66051 [38;2;1;2;3m
kitty-direct 7 [37m
kitty-direct 66051 [38:2:1:2:3m
xterm-direct2 7 [37m
xterm-direct2 66051 [38:2:1:2:3m
xterm-direct 7 [37m
xterm-direct 66051 [38:2::1:2:3m
iterm2-direct 7 [37m
iterm2-direct 66051 [38:2::1:2:3m
mlterm-direct 7 [37m
mlterm-direct 66051 [38:2::1:2:3m
TEXT
diff expected seen && echo "as seen"
