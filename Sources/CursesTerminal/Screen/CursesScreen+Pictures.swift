import CNcurses
import Canvas
import Foundation
import Glibc

/// What of a frame's pictures stands on the terminal in pixels, and what was sent there.
struct ShownPixels {
  /// A picture that the terminal keeps under a number.
  struct Kept {
    let number: UInt32
    let pixels: PicturePixels
  }

  /// Rows that stand on the terminal.
  var rows: [Frame.PictureRow] = []
  /// The oldest first.
  var kept: [Kept] = []
  private var lastNumber = UInt32(truncatingIfNeeded: getpid()) << 8 & 0x7FFF_FF00

  /// More are let go, the oldest first, unless they are shown.
  static let mostKept = 12

  init() {}

  /// The number of a picture, and whether it is new.
  mutating func number(of pixels: PicturePixels) -> (number: UInt32, isNew: Bool) {
    if let known = kept.first(where: { $0.pixels == pixels }) { return (known.number, false) }
    lastNumber += 1
    kept.append(Kept(number: lastNumber, pixels: pixels))
    return (lastNumber, true)
  }
}

extension CursesScreen {
  /// The rows of pictures that are shown in pixels: nothing lies over them, and they were made for this terminal.
  /// Never the last row of the screen, from which sixels would scroll it.
  func pixelRows(of frame: Frame) -> [Frame.PictureRow] {
    guard let pixelForm else { return [] }
    return frame.pictureRows.filter { place in
      guard let pixels = place.picture.pixels, place.row < frame.rows - 1, frame.showsWhole(place) else {
        return false
      }
      switch (pixels.content, pixelForm) {
      case (.sixel(let rows), .sixel(let cell)):
        return pixels.cell == cell && rows.indices.contains(place.pictureRow)
      case (.kitty, .kitty): return true
      default: return false
      }
    }
  }

  /// Before the library draws: sixels that go are drawn over with what stands there, kitty's are taken away.
  ///
  /// - Returns: the rows of the screen that are drawn anew.
  func clearPixels(keeping wanted: [Frame.PictureRow], in window: UnsafeMutablePointer<WINDOW>) -> Set<Int> {
    let going = pixels.rows.filter { shown in
      !wanted.contains { $0.row == shown.row && $0.columns == shown.columns }
    }
    var cleared: Set<Int> = []
    if case .sixel = pixelForm {
      for place in going { wredrawln(window, Int32(place.row), 1) }
      cleared = Set(going.map(\.row))
    } else if case .kitty = pixelForm {
      // A row that was moved only is no longer where it was.
      let placed = Set(wanted.map(Placement.init))
      for place in pixels.rows where !placed.contains(Placement(place)) {
        guard let pixels = place.picture.pixels else { continue }
        let number = self.pixels.number(of: pixels).number
        write(Array("\u{1B}_Ga=d,d=i,i=\(number),p=\(place.pictureRow + 1),q=2\u{1B}\\".utf8))
      }
    }
    // A scrolled terminal would carry pixels along.
    idlok(window, wanted.isEmpty && pixels.rows.isEmpty)
    return cleared
  }

  /// After the library has drawn: rows of pixels that are new, or whose cells were touched.
  func drawPixels(_ wanted: [Frame.PictureRow], touched: (Int) -> Bool) {
    var bytes: [UInt8] = []
    for place in wanted where touched(place.row) || !pixels.rows.contains(place) {
      bytes += moving(to: place.row, place.column)
      bytes += pixelBytes(place)
    }
    pixels.rows = wanted
    if !bytes.isEmpty { write(bytes + movingBack()) }
    letGoOfPictures()
  }

  private func pixelBytes(_ place: Frame.PictureRow) -> [UInt8] {
    guard let picture = place.picture.pixels else { return [] }
    switch picture.content {
    case .sixel(let rows): return rows[place.pictureRow]
    case .kitty(let png):
      let (number, isNew) = pixels.number(of: picture)
      let (width, height) = (place.picture.size.columns * picture.cell.width, picture.cell.height)
      let part =
        "x=0,y=\(place.pictureRow * height),w=\(width),h=\(height),c=\(place.picture.size.columns),r=1"
      let placing = "\u{1B}_Ga=p,i=\(number),p=\(place.pictureRow + 1),\(part),C=1,q=2\u{1B}\\"
      return (isNew ? Self.sending(png, as: number) : []) + Array(placing.utf8)
    }
  }

  /// A PNG file in pieces, as the protocol wants it.
  private static func sending(_ png: [UInt8], as number: UInt32) -> [UInt8] {
    let text = Array(Data(png).base64EncodedString().utf8)
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: text.count, by: 4_096) {
      let piece = text[start...].prefix(4_096)
      let head = start == 0 ? "a=t,t=d,f=100,i=\(number),q=2," : ""
      bytes += Array("\u{1B}_G\(head)m=\(piece.endIndex < text.count ? 1 : 0);".utf8)
      bytes += piece
      bytes += [0x1B, UInt8(ascii: "\\")]
    }
    return bytes
  }

  /// Frees pictures that the terminal keeps and nobody sees.
  private func letGoOfPictures() {
    while pixels.kept.count > ShownPixels.mostKept {
      let shown = pixels.rows.compactMap(\.picture.pixels)
      guard let index = pixels.kept.firstIndex(where: { !shown.contains($0.pixels) }) else { return }
      write(Array("\u{1B}_Ga=d,d=I,i=\(pixels.kept[index].number),q=2\u{1B}\\".utf8))
      pixels.kept.remove(at: index)
    }
  }

  /// What kitty calls a placement: a picture, and which of its rows.
  private struct Placement: Hashable {
    let pixels: PicturePixels?
    let row: Int

    init(_ place: Frame.PictureRow) {
      pixels = place.picture.pixels
      row = place.pictureRow
    }
  }
}
