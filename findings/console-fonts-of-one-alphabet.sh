#!/bin/sh
# Debian's Cyrillic console fonts of one character set, in several sizes, are taken to have the same signs.
#
# Seen with console-setup-linux 1.221 (Debian 12), by the tables of the fonts themselves:
# - CyrSlav-VGA16 has the ellipsis, CyrSlav-VGA28x16 has not; CyrKoi-VGA16 has all curly quotation marks, CyrKoi-VGA28x16 none.
# - CyrAsia-Terminus16 has the number sign №, CyrAsia-Fixed16 has not.
# - Uni3, the set for Cyrillic of Asia, has every letter of Kazakh but ұ; FullCyrAsia has it, and lacks the Ukrainian ї є ґ.
# - None of the Cyrillic and Unicode fonts, in any size, has a check mark or a star.
# So a program on a Linux console cannot conclude from the character set in /etc/default/console-setup which signs will show:
# it needs the table of the very font (PIO_UNIMAP's counterpart GIO_UNIMAP), or has to keep to what all sizes have.
#
# Run by hand; needs apt-get, dpkg-deb and Python 3. Fails when what was seen has changed.
set -eu
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download console-setup-linux=1.221 2>/dev/null
dpkg-deb -x console-setup-linux_*.deb fonts
python3 - fonts/usr/share/consolefonts <<'PYTHON' | tee seen
import gzip, pathlib, struct, sys


def letters(name):
    """The characters of a PSF font's Unicode table (versions 1 and 2)."""
    data = gzip.open(f"{sys.argv[1]}/{name}.psf.gz").read()
    if data[:2] == b"\x36\x04":
        mode, size = data[2], data[3]
        table = data[4 + (512 if mode & 1 else 256) * size :]
        values = struct.unpack(f"<{len(table) // 2}H", table[: len(table) // 2 * 2])
        return {chr(value) for value in values if value < 0xFFFE}
    start, _, count, size = struct.unpack_from("<IIII", data, 8)
    groups = data[start + count * size :].split(b"\xff")
    return {letter for group in groups for letter in group.split(b"\xfe")[0].decode("utf-8")}


def lacks(name, wanted):
    found = letters(name)
    return "".join(letter for letter in wanted if letter not in found) or "nothing"


for name, wanted in [
    ("CyrSlav-VGA16", "…“”„"), ("CyrSlav-VGA28x16", "…“”„"), ("CyrKoi-VGA16", "“”„‘’"), ("CyrKoi-VGA28x16", "“”„‘’"),
    ("CyrAsia-Terminus16", "№"), ("CyrAsia-Fixed16", "№"), ("Uni3-Terminus16", "әғқңөұүһі"),
    ("FullCyrAsia-Terminus16", "әғқңөұүһі"), ("FullCyrAsia-Terminus16", "іїєґ"),
]:
    print(f"{name} of {wanted} lacks {lacks(name, wanted)}")
names = [path.name[:-7] for path in pathlib.Path(sys.argv[1]).glob("*.psf.gz") if path.name.startswith(("Cyr", "FullCyr", "Uni"))]
print("with a check mark or a star:", sum(bool(letters(name) & set("✓★☆")) for name in names), "of", len(names))
PYTHON
cat > expected <<'TEXT'
CyrSlav-VGA16 of …“”„ lacks nothing
CyrSlav-VGA28x16 of …“”„ lacks …
CyrKoi-VGA16 of “”„‘’ lacks nothing
CyrKoi-VGA28x16 of “”„‘’ lacks “”„‘’
CyrAsia-Terminus16 of № lacks nothing
CyrAsia-Fixed16 of № lacks №
Uni3-Terminus16 of әғқңөұүһі lacks ұ
FullCyrAsia-Terminus16 of әғқңөұүһі lacks nothing
FullCyrAsia-Terminus16 of іїєґ lacks їєґ
with a check mark or a star: 0 of 195
TEXT
diff expected seen && echo "as seen"
