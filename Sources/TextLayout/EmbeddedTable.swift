import CResources

/// A table of `Data/`, embedded in the binary, found once by its name.
struct EmbeddedTable: Sendable {
  private let index: Int

  /// - Parameter name: the file's name in `Data/`. A name that is not there gives an empty table.
  init(_ name: StaticString) {
    let wanted = "layout/\(name)"
    var low = 0
    var high = resource_count()
    while low < high {
      let middle = (low + high) / 2
      if String(cString: resource_at(middle).name) < wanted { low = middle + 1 } else { high = middle }
    }
    let isFound = low < resource_count() && String(cString: resource_at(low).name) == wanted
    index = isFound ? low : resource_count()
  }

  /// Its bytes, which live as long as the program and start on a boundary of sixteen.
  var bytes: UnsafeRawBufferPointer {
    let found = resource_at(index)
    return UnsafeRawBufferPointer(start: found.bytes, count: found.count)
  }
}
