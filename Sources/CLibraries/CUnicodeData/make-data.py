#!/usr/bin/env python3
"""Writes icudt76l.dat beside this file: of the Unicode data that Swift's Foundation carries, what this program asks for.

make-data.py [lib_FoundationICU.a]: by default the library of the Swift that is on the path. The file keeps the form
that ICU gives its packages (common/ucmndata.h: header, table of contents, items in the order of their names)."""
import json, pathlib, struct, subprocess, sys, tempfile

here = pathlib.Path(__file__).resolve().parent
symbol = "icudt76"

# What zones need, and what calendars look for before they say anything of a zone.
wanted = {
    "icustd.res", "icuver.res", "keyTypeData.res", "likelySubtags.res", "metadata.res", "metaZones.res", "numberingSystems.res",
    "pool.res", "res_index.res", "root.res", "supplementalData.res", "timezoneTypes.res", "zoneinfo64.res",
    "zone/pool.res", "zone/res_index.res", "zone/root.res",
}


def is_wanted(path):
    return path.partition("/")[2] in wanted


def packaged(library):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["ar", "x", str(library), "icu_packaged_data.cpp.o"], cwd=folder, check=True)
        section = pathlib.Path(folder) / "data"
        subprocess.run(
            ["objcopy", "-O", "binary", "--only-section=.rodata", "icu_packaged_data.cpp.o", section],
            cwd=folder, check=True)
        return section.read_bytes()


def items(data):
    start = struct.unpack_from("<H", data)[0]
    count = struct.unpack_from("<I", data, start)[0]
    places = [struct.unpack_from("<II", data, start + 4 + 8 * index) for index in range(count)]
    ends = [place for _, place in places[1:]] + [len(data) - start]
    for (name, place), end in zip(places, ends):
        text = data[start + name : data.index(b"\0", start + name)].decode("ascii")
        yield text, data[start + place : start + end]


def package(head, items):
    names = b"".join(name.encode("ascii") + b"\0" for name, _ in items)
    place = 4 + 8 * len(items)
    names_place, place = place, place + len(names)
    table, body = struct.pack("<I", len(items)), b""
    place += -place % 16
    first = place
    for name, data in items:
        table += struct.pack("<II", names_place, place)
        names_place += len(name) + 1
        data += bytes(-len(data) % 16)
        body += data
        place += len(data)
    return head + (table + names).ljust(first, b"\xAA") + body


def default_library():
    info = json.loads(subprocess.run(["swift", "-print-target-info"], check=True, capture_output=True).stdout)
    return pathlib.Path(info["paths"]["runtimeResourcePath"]).parent / "swift_static/linux/lib_FoundationICU.a"


data = packaged(pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else default_library())
kept = sorted(((name, item) for name, item in items(data) if is_wanted(name)), key=lambda item: item[0])
(here / f"{symbol}l.dat").write_bytes(package(data[: struct.unpack_from("<H", data)[0]], kept))
print(f"{len(kept)} items, {sum(len(item) for _, item in kept)} bytes")
