/// What hears a document: every start has its end, unless the document stops before it.
package protocol XMLEventHandler: AnyObject {
  /// An element begins.
  func startElement(_ name: XMLName, attributes: [XMLAttribute])

  /// Text, references resolved, in as many pieces as the parser likes; valid during the call only. UTF-8; a piece
  /// never ends inside a scalar.
  func characters(_ bytes: UnsafeBufferPointer<UInt8>)

  /// The innermost open element ends.
  func endElement(_ name: XMLName)
}
