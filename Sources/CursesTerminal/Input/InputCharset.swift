/// How the terminal's bytes become characters.
package enum InputCharset: Sendable {
  case unicode
  /// One byte a character: what the upper 128 mean.
  case singleByte([Unicode.Scalar?])
}
