import CZlib
import Foundation
import NewsModel

/// A body that is a gzip file (RFC 1952) for want of a `Content-Encoding`: `news.xml.gz` is usual among sitemaps
/// (sitemaps.org allows it), and some servers call a packed feed `application/octet-stream`.
enum GzipFile {
  /// Magic and the one method there is.
  static func isOne(_ bytes: Data) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }

  /// Unpacks all members of a file.
  /// - Parameter limit: in bytes, of what comes out.
  /// - Returns: the contents; a failure where they are broken, cut off or too large.
  static func contents(of bytes: Data, limit: Int) -> Result<Data, FetchFailure> {
    var stream = z_stream()
    guard vestnik_gzip_begin(&stream) == Z_OK else { return .failure(.garbled("gzip")) }
    defer { inflateEnd(&stream) }
    var packed = [UInt8](bytes)
    var result = Data()
    var block = [UInt8](repeating: 0, count: 65_536)
    return packed.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(clamping: input.count)
      while true {
        let (code, made) = block.withUnsafeMutableBufferPointer { output in
          stream.next_out = output.baseAddress
          stream.avail_out = UInt32(output.count)
          let code = inflate(&stream, Z_NO_FLUSH)
          return (code, output.count - Int(stream.avail_out))
        }
        guard result.count + made <= limit else { return .failure(.tooLarge(limit: limit)) }
        result.append(contentsOf: block[..<made])
        switch code {
        case Z_OK where made > 0 || stream.avail_in > 0: continue
        case Z_STREAM_END:
          // Another member may follow; anything else behind the end is padding.
          guard stream.avail_in > 2, stream.next_in[0] == 0x1F, stream.next_in[1] == 0x8B,
            inflateReset(&stream) == Z_OK
          else { return .success(result) }
        case Z_OK, Z_BUF_ERROR: return .failure(.interrupted)
        default: return .failure(.garbled("gzip"))
        }
      }
    }
  }
}

extension FetchedBody {
  /// The same with its body unpacked, where that is a gzip file; what `Content-Type` said was of the packed one.
  func unpacked(limit: Int) -> FetchOutcome {
    guard GzipFile.isOne(bytes) else { return .fetched(self) }
    switch GzipFile.contents(of: bytes, limit: limit) {
    case .failure(let failure): return .failed(failure)
    case .success(let contents) where contents.isEmpty: return .failed(.empty)
    case .success(let contents):
      var body = self
      body.bytes = contents
      let type = contentType?.lowercased() ?? ""
      if type.contains("gzip") || type.contains("octet-stream") { body.contentType = nil }
      return .fetched(body)
    }
  }
}
