#!/usr/bin/env python3
"""Writes Data/hyphens-*.bin and their notices from the pattern files of hyph-utf8.

    Tools/make-hyphenation.py FOLDER      FOLDER holds txt/ and tex/, as in Debian's texlive-lang-cyrillic and
                                          texlive-lang-english under tex/generic/hyph-utf8/patterns

Each file is a trie of Liang's patterns packed into one array (exceptions are patterns of a whole word, with levels 8
and 9). All numbers are little-endian:

    UInt32  slots               UInt16  weights             UInt16  letters to keep before and behind a hyphen, a byte each
    UInt32  codes: how many letter codes there are, and one
    384 bytes                   code of each scalar below U+0080 and of U+0400-U+04FF, 0 where the alphabet has none
    UInt32 x codes squared      what two letters lead to: base and weight as in a slot, 0 where no pattern begins so
    UInt32 x slots              base (16 bits), letter code that leads here (6 bits), weight (10 bits)
    UInt16 x (weights + 1)      where each weight's pairs start
    bytes                       pairs: letters from the pattern's start, level; an even number of them for each weight, the
                                last one 0, 0 where the pattern has an odd number

Code 1 is the border of the word, code 2 the apostrophe.
"""
import pathlib
import re
import struct
import sys

source = pathlib.Path(sys.argv[1])
target = pathlib.Path(__file__).resolve().parent.parent / "Data"
LANGUAGES = {"ru": (2, 2), "uk": (2, 2), "be": (2, 2), "bg": (2, 2), "en-us": (2, 3)}
APOSTROPHES = "'’ʼ"


def read(name):
    path = source / "txt" / name
    return path.read_text(encoding="utf-8").split() if path.exists() else []


def parsed(pattern):
    """The letters of a pattern and its levels before each letter and behind the last."""
    levels = [int(level or 0) for level in re.split(r"[^0-9]", pattern)]
    return re.sub(r"[0-9]", "", pattern), levels


def exception(word):
    """A word with its hyphens as a pattern that overrides all others."""
    letters = word.replace("-", "")
    levels = [0, 8]
    for index, character in enumerate(word):
        if character == "-":
            levels[-1] = 9
        else:
            levels.append(8)
    levels[-1] = 0
    # One level before the border, one before each letter, one before the closing border, one behind it.
    return f".{letters}.", [0, 0] + levels[2:-1] + [0, 0]


def lower_single_letters(root, codes):
    """Gives the levels of patterns of one letter to those of two: a walk starts with two letters at once."""
    for first in list(root):
        pairs = dict(root[first].pop("pairs", ()))
        for second in set(codes) if pairs else ():
            node = root[first].setdefault(second, {})
            both = dict(node.get("pairs", ()))
            for place, level in pairs.items():
                both[place] = max(level, both.get(place, 0))
            node["pairs"] = tuple(sorted(both.items()))


def make(language):
    patterns = [parsed(pattern) for pattern in read(f"hyph-{language}.pat.txt")]
    patterns += [exception(word) for word in read(f"hyph-{language}.hyp.txt")]
    patterns = [(letters, levels) for letters, levels in patterns if "-" not in letters]
    alphabet = sorted({letter for letters, _ in patterns for letter in letters if letter not in "." + APOSTROPHES})
    codes = {".": 1, **{mark: 2 for mark in APOSTROPHES}, **{letter: 3 + i for i, letter in enumerate(alphabet)}}
    weights = {(): 0}
    root = {}
    for letters, levels in patterns:
        node = root
        for letter in letters:
            node = node.setdefault(codes[letter], {})
        pairs = {i: level for i, level in enumerate(levels) if level}
        for i, level in node.get("pairs", ()):
            pairs[i] = max(level, pairs.get(i, 0))
        node["pairs"] = tuple(sorted(pairs.items()))
    lower_single_letters(root, codes.values())
    slots = [None]
    bases = set()

    def place(node, slot):
        children = sorted(key for key in node if key != "pairs")
        weight = weights.setdefault(node.get("pairs", ()), len(weights))
        base = 0
        if children:
            base = max(1, place.free - children[0])
            while base in bases or any(
                base + code < len(slots) and slots[base + code] is not None for code in children
            ):
                base += 1
            bases.add(base)
            while len(slots) <= base + children[-1]:
                slots.append(None)
            for code in children:
                slots[base + code] = (0, code, 0)
            while place.free < len(slots) and slots[place.free] is not None:
                place.free += 1
        slots[slot] = (base, slots[slot][1], weight)
        for code in children:
            place(node[code], base + code)

    place.free = 1
    slots[0] = (0, 0, 0)
    sys.setrecursionlimit(10_000)
    place(root, 0)
    assert len(slots) < 65_536 and len(weights) < 1_024 and len(codes) < 64, (len(slots), len(weights), len(codes))
    # A lookup may land up to 63 slots behind a base.
    slots += [None] * 64
    table = bytearray(384)
    for letter, code in codes.items():
        for form in (letter, letter.upper()):
            scalar = ord(form) if len(form) == 1 else 0
            if 0 < scalar < 0x80 and letter != ".":
                table[scalar] = code
            elif 0x400 <= scalar < 0x500:
                table[128 + scalar - 0x400] = code
    left, right = LANGUAGES[language]
    count = max(codes.values()) + 1
    data = struct.pack("<IHBBI", len(slots), len(weights), left, right, count) + bytes(table)
    for first in range(count):
        for second in range(count):
            slot = slots[slots[0][0] + first]
            slot = slots[slot[0] + second] if slot and slot[1] == first and slot[0] else None
            base, _, weight = slot if slot and slot[1] == second else (0, 0, 0)
            data += struct.pack("<I", base | weight << 22)
    for slot in slots:
        base, code, weight = slot or (0, 0, 0)
        data += struct.pack("<I", base | code << 16 | weight << 22)
    offsets, pool = [0], b""
    for pairs in weights:
        pool += bytes(value for pair in pairs for value in pair) + bytes(2 * (len(pairs) % 2))
        offsets.append(len(pool))
    data += struct.pack(f"<{len(offsets)}H", *offsets) + pool
    name = "hyphens-" + language.split("-")[0]
    (target / f"{name}.bin").write_bytes(data)
    notice = []
    for row in (source / "tex" / f"hyph-{language}.tex").read_text(encoding="utf-8").splitlines():
        if row.startswith(("\\patterns", "% =====")):
            break
        notice.append(row[1:].removeprefix(" ").rstrip() if row.startswith("%") else row.rstrip())
    (target / f"{name}.notice.txt").write_text("\n".join(notice) + "\n", encoding="utf-8")
    print(f"{name}: {len(patterns)} patterns, {len(slots)} slots, {len(weights)} weights, {len(data)} bytes")


for language in LANGUAGES:
    make(language)
