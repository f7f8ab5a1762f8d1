import CCurl
import Glibc

extension Transfer {
  /// Sets what stays the same for all steps.
  func configure(_ configuration: FetchConfiguration) {
    handle.set(CURLOPT_NOSIGNAL, 1)
    vestnik_curl_allow_web_only(handle.pointer)
    vestnik_curl_leave_resolver_behind(handle.pointer)
    handle.set(CURLOPT_FOLLOWLOCATION, 0)
    handle.set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
    handle.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    handle.set(CURLOPT_USERAGENT, configuration.userAgent)
    // Everything that this libcurl can unpack.
    handle.set(CURLOPT_ACCEPT_ENCODING, "")
    // Cookies are taken and given back from step to step; nothing is read or kept.
    handle.set(CURLOPT_COOKIEFILE, "")
    handle.set(CURLOPT_CONNECTTIMEOUT_MS, configuration.connectTimeout.milliseconds)
    // Hundreds of them may be under way.
    handle.set(CURLOPT_BUFFERSIZE, 16_384)
    handle.set(CURLOPT_TCP_KEEPALIVE, 1)
    handle.set(CURLOPT_SSL_VERIFYPEER, 1)
    handle.set(CURLOPT_SSL_VERIFYHOST, 2)
    handle.set(CURLOPT_NETRC_FILE, configuration.netrcFile)
    // No program that Vestnik starts holds a connection open.
    vestnik_curl_set_socket_setter(handle.pointer) { _, socket, _ in
      fcntl(socket, F_SETFD, FD_CLOEXEC) < 0 ? CURL_SOCKOPT_ERROR : CURL_SOCKOPT_OK
    }
    // The loop holds the transfer as long as libcurl holds the handle: the context outlives every call.
    let context = Unmanaged.passUnretained(self).toOpaque()
    handle.set(CURLOPT_PRIVATE, context)
    handle.set(CURLOPT_HEADERDATA, context)
    handle.set(CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      Transfer.receive(bytes, size * count, context) { $0.receiveHead($1) }
    }
    handle.set(CURLOPT_WRITEDATA, context)
    handle.set(CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      Transfer.receive(bytes, size * count, context) { $0.receiveBody($1) }
    }
  }

  /// Sets what depends on the step's address.
  func configureStep(_ configuration: FetchConfiguration) {
    handle.set(CURLOPT_URL, wireAddress)
    handle.set(CURLOPT_HTTP_CONTENT_DECODING, isUndecoded ? 0 : 1)
    handle.setHeaders(headerLines)
    switch method {
    case .get: handle.set(CURLOPT_HTTPGET, 1)
    case .post(_, let body): handle.setBody(body)
    }
    // A password that was meant for https is not sent in the clear, and none beside the request's own.
    let ignoresPasswords =
      isDowngraded || order.request.fields.contains { $0.name.lowercased() == "authorization" }
    handle.set(
      CURLOPT_NETRC,
      ignoresPasswords ? Int(CURL_NETRC_IGNORED.rawValue) : Int(CURL_NETRC_OPTIONAL.rawValue))
    let settings = configuration.hosts[address.host]
    // Empty, not absent: nothing is left to libcurl's own reading of the environment.
    handle.set(CURLOPT_PROXY, configuration.proxy(for: address) ?? "")
    handle.set(CURLOPT_NOPROXY, "")
    if let extraRoots = settings?.extraRoots {
      handle.set(CURLOPT_CAINFO, extraRoots)
      handle.set(CURLOPT_CAPATH, Self.rootFolder)
    } else {
      // Without the folder, libcurl reads the machine's roots once and shares them among connections.
      handle.set(CURLOPT_CAINFO, Self.rootFile)
      handle.set(CURLOPT_CAPATH, Self.rootFile == nil ? Self.rootFolder : nil)
    }
  }

  /// The machine's roots in one file and in a folder, as libcurl was built to find them.
  private static let rootFile = vestnik_curl_version()?.pointee.cainfo.map {
    String(cString: $0)
  }
  private static let rootFolder = vestnik_curl_version()?.pointee.capath.map {
    String(cString: $0)
  }

  /// What the step's head says beyond libcurl's own: the request's fields go to its own origin only.
  private var headerLines: [String] {
    let request = order.request
    let own = isAtOrigin ? request.fields : []
    let names = Set(own.map { $0.name.lowercased() })
    var usual = [HeadField("Accept", request.wanted.accept)]
    // No server is asked first whether it wants a body: many never answer that.
    if case .post(let type, _) = method { usual += [HeadField("Content-Type", type)] }
    let conditions = [
      ("If-None-Match", request.validators.etag), ("If-Modified-Since", request.validators.lastModified),
    ].compactMap { name, value in
      value.flatMap { $0.isEmpty || $0.utf8.count > 1024 ? nil : HeadField(name, $0) }
    }
    let fields = usual.filter { !names.contains($0.name.lowercased()) } + conditions + own
    return fields.compactMap(\.line) + (method == .get ? [] : ["Expect:"])
  }

  private static func receive(
    _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?,
    _ take: (Transfer, UnsafeRawBufferPointer) -> Bool
  ) -> Int {
    guard let context else { return 0 }
    let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    let goesOn = take(transfer, UnsafeRawBufferPointer(start: bytes, count: count))
    // Any other count than the one that came breaks the transfer off.
    return goesOn ? count : -1
  }
}
