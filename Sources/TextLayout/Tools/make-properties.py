#!/usr/bin/env python3
"""Writes Data/properties.bin: what the engine asks of a scalar, from the Unicode Character Database.

    Tools/make-properties.py [/usr/share/unicode]

A two-stage table. First 8,704 block numbers (UInt16), one for each 128 scalars; then the blocks, 128 values (UInt16)
each. A value holds, from its lowest bit: line-break class (6 bits, order of LINE below, LB1 resolved), grapheme class
(5 bits, order of CLUSTER), columns (2 bits), letter kind (2 bits: none, letter, upper-case letter, decimal digit).
Consonants and viramas of six Indic scripts are told apart for GB9c, which the standard library follows too.
"""
import pathlib
import struct
import sys

source = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")
target = pathlib.Path(__file__).resolve().parent.parent / "Data" / "properties.bin"
SIZE = 0x110000

LINE = (
    "AL BA BB BK B2 CB CL CM CP CR EB EM EX GL H2 H3 HL HY ID IN IS JL JT JV LF NL NS NU OP PO PR QU RI SP SY WJ ZW"
    " ZWJ OPE CPE PX"
).split()
CLUSTER = (
    "Other CR LF Control Extend ZWJ Regional_Indicator Prepend SpacingMark L V T LV LVT Extended_Pictographic"
    " Consonant Virama"
).split()


def ranges(name):
    """The rows of a property file: first scalar, last scalar, value."""
    for row in (source / name).read_text(encoding="utf-8").splitlines():
        row = row.split("#")[0].strip()
        if not row:
            continue
        fields = [field.strip() for field in row.split(";")]
        first, _, last = fields[0].partition("..")
        yield int(first, 16), int(last or first, 16), fields[1]


def spread(name, default, wanted=None):
    """One value for every scalar."""
    values = [default] * SIZE
    for first, last, value in ranges(name):
        if wanted is None or value in wanted:
            for scalar in range(first, last + 1):
                values[scalar] = value
    return values


category = spread("extracted/DerivedGeneralCategory.txt", "Cn")
east = spread("EastAsianWidth.txt", "N")
for first, last in ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD)):
    for scalar in range(first, last + 1):
        if category[scalar] == "Cn":
            east[scalar] = "W"
line = spread("extracted/DerivedLineBreak.txt", "XX")
cluster = spread("auxiliary/GraphemeBreakProperty.txt", "Other")
pictographic = spread("emoji/emoji-data.txt", None, {"Extended_Pictographic"})

script = spread("Scripts.txt", "Unknown")
syllabic = spread("IndicSyllabicCategory.txt", "Other", {"Consonant", "Virama"})
CONJUNCT_SCRIPTS = {"Bengali", "Devanagari", "Gujarati", "Malayalam", "Oriya", "Telugu"}

# Format characters that are drawn (the prepended signs of Arabic, Syriac and Kaithi).
DRAWN_FORMATS = {*range(0x0600, 0x0606), 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD}


def columns(scalar):
    kind = category[scalar]
    if kind in ("Mn", "Me", "Cc", "Zl", "Zp"):
        return 0
    if kind == "Cf" and scalar not in DRAWN_FORMATS:
        return 0
    if 0x1160 <= scalar <= 0x11FF or 0xD7B0 <= scalar <= 0xD7FF:  # vowels and finals join the initial's cell
        return 0
    return 2 if east[scalar] in ("W", "F") else 1


def line_class(scalar):
    value = line[scalar]
    if value in ("AI", "SG", "XX"):
        value = "AL"
    elif value == "SA":
        value = "CM" if category[scalar] in ("Mn", "Mc") else "AL"
    elif value == "CJ":
        value = "NS"
    if value in ("OP", "CP") and east[scalar] in ("F", "W", "H"):
        value += "E"
    if pictographic[scalar] and category[scalar] == "Cn":
        value = "PX"
    return LINE.index(value)


def letter_kind(scalar):
    kind = category[scalar]
    if kind in ("Lu", "Lt"):
        return 2
    if kind.startswith("L"):
        return 1
    return 3 if kind == "Nd" else 0


def value(scalar):
    grapheme = cluster[scalar]
    if pictographic[scalar] and grapheme == "Other":
        grapheme = "Extended_Pictographic"
    if script[scalar] in CONJUNCT_SCRIPTS and syllabic[scalar] != "Other":
        grapheme = syllabic[scalar]
    return line_class(scalar) | CLUSTER.index(grapheme) << 6 | columns(scalar) << 11 | letter_kind(scalar) << 13


blocks = {}
index = []
for start in range(0, SIZE, 128):
    block = tuple(value(scalar) for scalar in range(start, start + 128))
    index.append(blocks.setdefault(block, len(blocks)))
data = struct.pack(f"<{len(index)}H", *index)
for block in blocks:
    data += struct.pack("<128H", *block)
target.write_bytes(data)
print(f"{target.name}: {len(data)} bytes, {len(blocks)} blocks")
