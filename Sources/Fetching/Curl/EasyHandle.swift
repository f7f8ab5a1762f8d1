import CCurl
import Foundation

/// One libcurl transfer with the memory it points to; freed with the object, on the loop's thread.
final class EasyHandle {
  /// What libcurl calls with each piece of a head or a body.
  typealias Receiver =
    @convention(c) (
      UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?
    ) -> Int

  let pointer: UnsafeMutableRawPointer
  private let message: UnsafeMutablePointer<CChar>
  private var headers: UnsafeMutablePointer<curl_slist>?

  init?() {
    guard let pointer = vestnik_curl_easy_init() else { return nil }
    self.pointer = pointer
    message = .allocate(capacity: Int(CURL_ERROR_SIZE))
    message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    vestnik_curl_set_pointer(pointer, CURLOPT_ERRORBUFFER, message)
  }

  deinit {
    vestnik_curl_easy_cleanup(pointer)
    vestnik_curl_slist_free_all(headers)
    message.deallocate()
  }

  /// What libcurl says about the failure, one line.
  var errorText: String {
    String(
      decoding: UnsafeRawBufferPointer(start: message, count: strnlen(message, Int(CURL_ERROR_SIZE))),
      as: UTF8.self)
  }

  func clearError() { message.pointee = 0 }

  func set(_ option: CURLoption, _ number: Int) { vestnik_curl_set_number(pointer, option, number) }

  func set(_ option: CURLoption, _ text: String?) { vestnik_curl_set_text(pointer, option, text) }

  func set(_ option: CURLoption, _ value: UnsafeMutableRawPointer) {
    vestnik_curl_set_pointer(pointer, option, value)
  }

  func set(_ option: CURLoption, _ receiver: Receiver) {
    vestnik_curl_set_receiver(pointer, option, receiver)
  }

  func setHeaders(_ lines: [String]) {
    vestnik_curl_slist_free_all(headers)
    headers = nil
    for line in lines { headers = vestnik_curl_slist_append(headers, line) ?? headers }
    vestnik_curl_set_pointer(pointer, CURLOPT_HTTPHEADER, headers)
  }

  /// Makes the next step a POST of these bytes; libcurl keeps a copy.
  func setBody(_ body: Data) {
    set(CURLOPT_POST, 1)
    set(CURLOPT_POSTFIELDSIZE, body.count)
    // One byte more, so that an empty body has an address too: none would mean that a callback is asked for bytes.
    var bytes = Array(body) + [0]
    vestnik_curl_set_pointer(pointer, CURLOPT_COPYPOSTFIELDS, &bytes)
  }

  func number(_ info: CURLINFO) -> Int {
    var value = 0
    vestnik_curl_get_number(pointer, info, &value)
    return value
  }

  func size(_ info: CURLINFO) -> Int {
    var value: curl_off_t = 0
    vestnik_curl_get_size(pointer, info, &value)
    return Int(value)
  }

  /// The certificates that came, each as lines of "Name:value"; only where `CURLOPT_CERTINFO` was set.
  var certificates: [[String]]? {
    var chain: UnsafeMutableRawPointer?
    vestnik_curl_get_pointer(pointer, CURLINFO_CERTINFO, &chain)
    guard let info = chain?.assumingMemoryBound(to: curl_certinfo.self).pointee, let lists = info.certinfo
    else {
      return nil
    }
    return (0..<Int(info.num_of_certs)).map { index in
      var lines: [String] = []
      var next = lists[index]
      while let entry = next?.pointee {
        if let data = entry.data { lines.append(String(cString: data)) }
        next = entry.next
      }
      return lines
    }
  }
}
