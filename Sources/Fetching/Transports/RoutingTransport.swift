/// Sends `file:` to the disk and http and https to another transport.
package struct RoutingTransport: Transport {
  private let files: any Transport
  private let web: any Transport

  package init(web: any Transport, files: any Transport = FileTransport()) {
    self.web = web
    self.files = files
  }

  package func fetch(_ request: FetchRequest) async -> FetchOutcome {
    request.address.scheme == "file" ? await files.fetch(request) : await web.fetch(request)
  }
}
