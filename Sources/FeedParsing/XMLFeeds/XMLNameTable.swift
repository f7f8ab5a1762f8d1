import Markup

/// What a handler makes of each name of a document: names are few and elements many, so it is made once.
struct XMLNameTable<Value> {
  private var values: [Value?] = []

  /// What was made of the name, or is now.
  mutating func value(of name: XMLName, _ make: (XMLName) -> Value) -> Value {
    if name.number < values.count, let known = values[name.number] { return known }
    while values.count <= name.number { values.append(nil) }
    let made = make(name)
    values[name.number] = made
    return made
  }
}
