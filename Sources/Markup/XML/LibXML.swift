import CXML

/// libxml2 as a whole.
enum LibXML {
  /// Its own state, locks among them, made once before the first parser of any thread: two threads that begin at the
  /// same moment would each make the locks, and one of them would wait for ever.
  static let isReady: Void = xmlInitParser()
}
