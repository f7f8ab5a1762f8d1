/// What puts frames before people and tells what they type: a terminal, or a stand-in in tests. Used from one
/// thread.
package protocol Screen: AnyObject {
  /// How many cells there are now.
  var size: CellSize { get }
  /// Become readable when there are events; empty where nothing can be waited for.
  var inputDescriptors: [Int32] { get }
  /// How it shows pixels; `nil` where pictures are drawn in cells.
  var pixelForm: PixelForm? { get }
  /// Sets the colours of inks; the next frame is drawn whole.
  func setTheme(_ theme: Theme)
  /// Shows a frame: only what changed is sent. A frame of another size than the screen's is cut or padded.
  func present(_ frame: Frame)
  /// What arrived since last asked, in order; never blocks.
  func pendingEvents() -> [ScreenEvent]
  /// When `pendingEvents` must be asked again although no input arrives (a lone Escape is known only by the
  /// silence after it); `nil`: not before there is input.
  var inputDeadline: ContinuousClock.Instant? { get }
  /// Draws everything anew at the next `present`.
  func invalidate()
  /// Gives the terminal back, stops the process until it is continued, takes the terminal again.
  func suspend()
  /// Gives the terminal back while something else uses it, then takes it again.
  func lend(_ use: () -> Void)
  /// Whether the process was asked to end: who has the terminal lent comes back at once.
  var isEnding: Bool { get }
  /// The window's title; controls are left out.
  func setTitle(_ title: String)
  /// Puts a text into the clipboard by the terminal (OSC 52); false where that is known to come to nothing.
  func copy(_ text: String) -> Bool
  /// Gives the terminal back; calling it again does nothing.
  func close()
}
