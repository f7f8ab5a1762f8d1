#!/usr/bin/env python3
"""Writes table.c beside this file: one #embed for each data file of the program. Run it after adding or removing one."""
import pathlib

here = pathlib.Path(__file__).resolve().parent
root = here.parents[2]
# What is embedded: a name's prefix, the folder it stands for, and which of its files.
folders = [
    ("demo/", "Sources/DemoEdition/Site", "**/*"),
    ("phrases/", "Sources/Phrases/Data", "*"),
    ("language/", "Sources/Language/Data", "*"),
    ("layout/", "Sources/TextLayout/Data", "*.bin"),
    ("pages/", "Sources/PageParsing/Data", "*.words"),
    ("themes/", "Themes", "*.yaml"),
]
files = sorted(
    (prefix + path.relative_to(root / folder).as_posix(), path)
    for prefix, folder, pattern in folders
    for path in (root / folder).glob(pattern)
    if path.is_file()
)
lines = ["// Written by make-table.py: run it after adding or removing a data file.", '#include "resources.h"', ""]
for index, (_, path) in enumerate(files):
    relative = pathlib.Path("../../..") / path.relative_to(root)
    lines += [
        f"static const unsigned char bytes_{index}[] __attribute__((aligned(16))) = {{",
        f'#embed "{relative}" suffix(, )',
        "    0};",
    ]
lines += ["", "static const resource table[] = {"]
lines += [f'    {{"{name}", bytes_{index}, sizeof bytes_{index} - 1}},' for index, (name, _) in enumerate(files)]
lines += [
    '    {"", (const unsigned char *)"", 0},',
    "};",
    "",
    "size_t resource_count(void) { return sizeof table / sizeof table[0] - 1; }",
    "",
    "resource resource_at(size_t index) { return table[index < resource_count() ? index : resource_count()]; }",
]
(here / "table.c").write_text("\n".join(lines) + "\n")
