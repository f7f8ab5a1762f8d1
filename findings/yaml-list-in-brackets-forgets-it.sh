#!/bin/sh
# Yams, the usual YAML library of Swift, tells of every parsed list and mapping in which style it was written (Node.Sequence.style,
# Node.Mapping.style): a program that changes a file would keep `[a, b]` in brackets.
#
# Seen with Yams 6.2.2: the style is read off the event that ends the list, which has none: it is always `any`, and a
# list in brackets comes back with dashes, one item a line. Only scalars keep their style. Whether a list stands in brackets can be
# told by the sign at its mark alone.
#
# Run by hand; needs Swift 6 and the network. Fails when what was seen has changed.
set -eu
version=6.2.2
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir -p Sources/Style
cat > Package.swift <<SWIFT
// swift-tools-version: 6.0
import PackageDescription
let package = Package(
  name: "Style", dependencies: [.package(url: "https://github.com/jpsim/Yams", exact: "$version")],
  targets: [.executableTarget(name: "Style", dependencies: ["Yams"])])
SWIFT
cat > Sources/Style/main.swift <<'SWIFT'
import Yams
let text = "feeds: [a, \"b\"]\nhosts: {x: 1}\n"
let node = try Yams.compose(yaml: text)!
print("feeds \(node["feeds"]!.sequence!.style), hosts \(node["hosts"]!.mapping!.style), b \(node["feeds"]![1]!.scalar!.style)")
print(try Yams.serialize(node: node), terminator: "")
SWIFT
{
  swift run -q Style 2>/dev/null
  sed -n 's/^.*"version" : "\(.*\)"$/Yams \1/p' Package.resolved
} | tee seen
cat > expected <<TEXT
feeds any, hosts any, b doubleQuoted
feeds:
- a
- "b"
hosts:
  x: 1
Yams $version
TEXT
diff expected seen && echo "as seen"
