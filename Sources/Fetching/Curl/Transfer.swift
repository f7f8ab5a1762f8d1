import CCurl
import Foundation
import NewsModel

/// One fetch on the loop's thread, from its first transfer through all redirects to the outcome.
final class Transfer {
  /// Of an answer that is no success this much is read, to see whose page it is.
  static let failureBodyBytes = 64 * 1024

  let order: TransferOrder
  let handle: EasyHandle
  /// Of the step under way.
  private(set) var address: WebAddress
  private(set) var wireAddress: String
  /// How the step under way asks.
  private(set) var method: FetchMethod
  private(set) var permanentAddress: WebAddress?
  private(set) var head = ResponseHead()
  private(set) var body = Data()
  /// Why a receiver broke the transfer off.
  private(set) var stop: FetchFailure?
  private(set) var redirects = 0
  private(set) var wireBytes = 0
  /// When the first step began.
  let started = ContinuousClock.now
  /// When something last came.
  private(set) var lastActivity = ContinuousClock.now
  /// Whether libcurl has it now.
  private(set) var isRunning = false

  /// Whether this step only asks who signed the certificate.
  var isAskingIssuer = false

  /// Whether the body is taken as it comes, its coding unopened.
  var isUndecoded = false

  private var isChainPermanent = true

  /// - Returns: `nil` when the host of the address cannot be a name, or memory is out.
  init?(order: TransferOrder, configuration: FetchConfiguration) {
    guard let wireAddress = order.request.address.wire(), let handle = EasyHandle() else {
      return nil
    }
    self.order = order
    self.handle = handle
    address = order.request.address
    method = order.request.method
    self.wireAddress = wireAddress
    configure(configuration)
  }

  /// Whether the first address was https and a redirect has led to http.
  var isDowngraded: Bool { order.request.address.scheme == "https" && address.scheme == "http" }

  /// Whether the step goes where the request was meant to go.
  var isAtOrigin: Bool { address.origin == order.request.address.origin }

  /// Whether anything of an answer came in this step.
  var hasBegun: Bool { head.bytes > 0 }

  /// Whether the answer counts without its end: the head has told that it is no success.
  var isDecidedByHead: Bool { head.isComplete && !(200..<300).contains(head.status) }

  /// The most that is read of the answer under way.
  private var limitBytes: Int { isDecidedByHead ? Self.failureBodyBytes : order.request.limitBytes }

  /// Before each step.
  func prepareStep(_ configuration: FetchConfiguration, at now: ContinuousClock.Instant) {
    lastActivity = now
    head = ResponseHead(keepsAll: order.request.wanted == .reply)
    body = Data()
    stop = nil
    handle.clearError()
    configureStep(configuration)
    if isAskingIssuer { configureIssuerStep() }
    isRunning = true
  }

  /// After each step.
  func finishStep() {
    wireBytes += handle.size(CURLINFO_SIZE_DOWNLOAD_T) + handle.number(CURLINFO_HEADER_SIZE)
    isRunning = false
  }

  /// Goes on to where the answer leads.
  /// - Returns: whether the new address's host can be a name.
  func follow(_ target: WebAddress) -> Bool {
    guard let wire = target.wire() else { return false }
    redirects += 1
    method = method.after(redirect: head.status)
    isChainPermanent = isChainPermanent && (head.status == 301 || head.status == 308)
    address = target
    wireAddress = wire
    if isDowngraded { isChainPermanent = false }
    if isChainPermanent { permanentAddress = target }
    return true
  }

  /// - Returns: whether to go on.
  func receiveHead(_ line: UnsafeRawBufferPointer) -> Bool {
    lastActivity = .now
    head.take(line: line)
    if head.isTooLarge { stop = .tooLarge(limit: ResponseHead.maximumBytes) }
    // What is too large as it comes is too large unpacked.
    if head.isComplete, !isDecidedByHead, let length = head.text(of: .contentLength).flatMap({ Int($0) }),
      length > order.request.limitBytes
    {
      stop = .tooLarge(limit: order.request.limitBytes)
    }
    return stop == nil
  }

  /// - Returns: whether to go on.
  func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
    lastActivity = .now
    guard body.count + bytes.count <= limitBytes else {
      if isDecidedByHead {
        body.append(contentsOf: bytes.prefix(limitBytes - body.count))
      } else {
        stop = .tooLarge(limit: limitBytes)
      }
      return false
    }
    body.append(contentsOf: bytes)
    return true
  }
}
