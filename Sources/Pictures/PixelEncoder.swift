import CChafa
import Canvas
import Foundation

/// Writes a picture as terminals take pixels: exactly as large as its cells.
enum PixelEncoder {
  /// A cell of more pixels is no cell of a terminal.
  private static let largestCell = PixelSize(width: 100, height: 200)
  /// A picture that takes more bytes is shown in cells: it would hold up what people type.
  private static let limitBytes = 1_500_000

  /// - Returns: `nil` when the picture cannot be written or would be too large.
  static func encode(_ pixels: Pixels, in size: CellSize, as form: PixelForm) -> PicturePixels? {
    let cell = form.cell
    guard (1...largestCell.width).contains(cell.width), (1...largestCell.height).contains(cell.height),
      let exact = pixels.scaled(width: size.columns * cell.width, height: size.rows * cell.height)
    else { return nil }
    let content: PicturePixels.Content? =
      switch form {
      case .sixel: sixelRows(exact, cell: cell).map { .sixel(rows: $0) }
      case .kitty: png(exact).map { .kitty(png: $0) }
      }
    return content.map { PicturePixels($0, cell: cell) }
  }

  private static func png(_ pixels: Pixels) -> [UInt8]? {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    image.width = UInt32(pixels.width)
    image.height = UInt32(pixels.height)
    image.format = UInt32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA)
    defer { png_image_free(&image) }
    var count = limitBytes
    let file = [UInt8](unsafeUninitializedCapacity: limitBytes) { buffer, used in
      let isWritten =
        png_image_write_to_memory(&image, buffer.baseAddress, &count, 0, pixels.bytes, 0, nil) != 0
      used = isWritten ? count : 0
    }
    return file.isEmpty ? nil : file
  }

  private static func sixelRows(_ pixels: Pixels, cell: PixelSize) -> [[UInt8]]? {
    guard let info = chafa_term_info_new() else { return nil }
    defer { chafa_term_info_unref(info) }
    guard chafa_term_info_set_seq(info, CHAFA_TERM_SEQ_BEGIN_SIXELS, "\u{1B}P%1;%2;%3q", nil) != 0,
      chafa_term_info_set_seq(info, CHAFA_TERM_SEQ_END_SIXELS, "\u{1B}\\", nil) != 0
    else { return nil }
    var rows: [[UInt8]] = []
    var total = 0
    for top in stride(from: 0, to: pixels.height, by: cell.height) {
      guard let row = sixels(pixels, from: top, cell: cell, info) else { return nil }
      total += row.count
      guard total <= limitBytes else { return nil }
      rows.append(row)
    }
    return rows
  }

  /// A row of cells. Sixels come six rows of pixels at a time: what is missing to that is left transparent.
  private static func sixels(
    _ pixels: Pixels, from top: Int, cell: PixelSize, _ info: OpaquePointer
  ) -> [UInt8]? {
    let height = (cell.height + 5) / 6 * 6
    let (stride, end) = (pixels.width * 4, (top + cell.height) * pixels.width * 4)
    let missing = [UInt8](repeating: 0, count: (height - cell.height) * stride)
    let part = Array(pixels.bytes[(top * stride)..<end]) + missing
    guard let config = chafa_canvas_config_new() else { return nil }
    defer { chafa_canvas_config_unref(config) }
    chafa_canvas_config_set_geometry(config, gint(pixels.width / cell.width), 1)
    chafa_canvas_config_set_cell_geometry(config, gint(cell.width), gint(height))
    chafa_canvas_config_set_canvas_mode(config, CHAFA_CANVAS_MODE_TRUECOLOR)
    chafa_canvas_config_set_pixel_mode(config, CHAFA_PIXEL_MODE_SIXELS)
    guard let canvas = chafa_canvas_new(config) else { return nil }
    defer { chafa_canvas_unref(canvas) }
    chafa_canvas_draw_all_pixels(
      canvas, CHAFA_PIXEL_RGBA8_UNASSOCIATED, part, gint(pixels.width), gint(height), gint(stride))
    guard let text = chafa_canvas_print(canvas, info) else { return nil }
    defer { g_string_free(text, 1) }
    let bytes = text.withMemoryRebound(to: GString.self, capacity: 1) { string in
      UnsafeRawBufferPointer(start: string.pointee.str, count: Int(string.pointee.len)).map { $0 }
    }
    // The last band ends as the others do, with a step to one that does not come: it could scroll the screen.
    let last: [UInt8] = [UInt8(ascii: "-"), 0x1B, UInt8(ascii: "\\")]
    guard bytes.suffix(last.count).elementsEqual(last) else { return bytes }
    return bytes.dropLast(last.count) + last.dropFirst()
  }
}
