import Glibc

/// glibc's iconv towards UTF-8. Bytes that mean nothing become U+FFFD.
final class IconvConverter {
  private let descriptor: iconv_t

  /// - Parameter name: a set of `iconv -l`; `nil` when this machine has no such set.
  init?(from name: String) {
    // iconv_open fails with (iconv_t) -1.
    guard let opened = iconv_open("UTF-8", name), Int(bitPattern: opened) != -1 else { return nil }
    descriptor = opened
  }

  deinit { iconv_close(descriptor) }

  /// A few bytes, converted from the initial state.
  func convert(_ bytes: [UInt8]) -> String { bytes.withUnsafeBytes { convert($0) } }

  /// All bytes, converted from the initial state.
  func convert(_ bytes: UnsafeRawBufferPointer) -> String { convert(bytes, errorLimit: .max)?.text ?? "" }

  /// All bytes, converted from the initial state.
  ///
  /// - Returns: the text and how many bytes meant nothing; `nil` when they are more than `errorLimit`.
  func convert(_ bytes: UnsafeRawBufferPointer, errorLimit: Int) -> (text: String, errors: Int)? {
    _ = iconv(descriptor, nil, nil, nil, nil)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    var errors = 0
    var chunk = [UInt8](repeating: 0, count: 16_384)
    var offset = 0
    // A call without input, the last one, gives what the converter still holds back.
    var isFlushing = bytes.count == 0
    while true {
      let (status, consumed, produced) = step(bytes, from: offset, flush: isFlushing, into: &chunk)
      result.append(contentsOf: chunk[..<produced])
      offset += consumed
      if status == 0 {
        if isFlushing { break }
        isFlushing = offset >= bytes.count
      } else if status == E2BIG {
        guard consumed > 0 || produced > 0 else { break }
      } else {
        // A byte that means nothing here, or a sequence cut off by the end.
        guard offset < bytes.count else { break }
        errors += 1
        guard errors <= errorLimit else { return nil }
        result.append(contentsOf: [0xEF, 0xBF, 0xBD])
        offset += status == EINVAL ? bytes.count - offset : 1
        if offset >= bytes.count { isFlushing = true }
      }
    }
    return (String(decoding: result, as: UTF8.self), errors)
  }

  /// One call: its error number or 0, bytes read, bytes written.
  private func step(
    _ bytes: UnsafeRawBufferPointer, from offset: Int, flush: Bool, into chunk: inout [UInt8]
  ) -> (Int32, Int, Int) {
    chunk.withUnsafeMutableBytes { target in
      guard let output = target.baseAddress else { return (0, 0, 0) }
      var outputPointer: UnsafeMutablePointer<CChar>? = output.assumingMemoryBound(to: CChar.self)
      var outputLeft = target.count
      if flush {
        let answer = iconv(descriptor, nil, nil, &outputPointer, &outputLeft)
        return (answer == -1 ? errno : 0, 0, target.count - outputLeft)
      }
      guard let input = bytes.baseAddress else { return (0, 0, 0) }
      let start = UnsafeMutablePointer(mutating: (input + offset).assumingMemoryBound(to: CChar.self))
      var inputPointer: UnsafeMutablePointer<CChar>? = start
      var inputLeft = bytes.count - offset
      let answer = iconv(descriptor, &inputPointer, &inputLeft, &outputPointer, &outputLeft)
      let status = answer == -1 ? errno : 0
      return (status, bytes.count - offset - inputLeft, target.count - outputLeft)
    }
  }
}
