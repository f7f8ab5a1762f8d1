import CChafa
import Canvas
import Foundation

/// Draws a picture in cells: each a symbol of two colours, chosen so that the whole looks most like the picture.
package enum PictureRenderer {
  /// Decodes bytes and draws them within a size, keeping the picture's proportions (a cell is twice as high as
  /// wide unless the terminal has told). A small picture is not made larger than its pixels.
  ///
  /// - Parameter form: how the terminal shows pixels; the cells bring them too.
  package static func cells(
    of bytes: Data, within size: CellSize, form: PixelForm? = nil, limits: PictureLimits = PictureLimits()
  ) throws(PictureError) -> PictureCells {
    guard size.columns > 0, size.rows > 0 else { throw .noRoom }
    // A symbol of the renderer is eight by eight pixels; more would only be averaged away.
    let cell = form?.cell ?? PixelSize(width: 8, height: 8)
    let pixels = try PictureDecoder.pixels(
      of: bytes, width: min(size.columns, 500) * max(8, cell.width),
      height: min(size.rows, 500) * max(8, cell.height), limits: limits)
    let ratio = form.map { Float($0.cell.width) / Float(max(1, $0.cell.height)) } ?? 0.5
    var cells = try cells(of: pixels, within: size, ratio: ratio)
    cells.pixels = form.flatMap { PixelEncoder.encode(pixels, in: cells.size, as: $0) }
    return cells
  }

  /// Draws pixels within a size.
  ///
  /// - Parameter ratio: a cell's width as a part of its height.
  package static func cells(
    of pixels: Pixels, within size: CellSize, ratio: Float = 0.5
  ) throws(PictureError) -> PictureCells {
    guard size.columns > 0, size.rows > 0 else { throw .noRoom }
    var columns = gint(clamping: min(size.columns, 500))
    var rows = gint(clamping: min(size.rows, 500))
    chafa_calc_canvas_geometry(gint(pixels.width), gint(pixels.height), &columns, &rows, ratio, 0, 0)
    columns = max(1, min(columns, gint(min(size.columns, 500))))
    rows = max(1, min(rows, gint(min(size.rows, 500))))
    guard let symbols = chafa_symbol_map_new(), let config = chafa_canvas_config_new() else { throw .broken }
    defer {
      chafa_symbol_map_unref(symbols)
      chafa_canvas_config_unref(config)
    }
    for tags in [
      CHAFA_SYMBOL_TAG_SPACE, CHAFA_SYMBOL_TAG_SOLID, CHAFA_SYMBOL_TAG_HALF, CHAFA_SYMBOL_TAG_VHALF,
      CHAFA_SYMBOL_TAG_QUAD,
    ] {
      chafa_symbol_map_add_by_tags(symbols, tags)
    }
    chafa_canvas_config_set_geometry(config, columns, rows)
    chafa_canvas_config_set_symbol_map(config, symbols)
    chafa_canvas_config_set_canvas_mode(config, CHAFA_CANVAS_MODE_TRUECOLOR)
    chafa_canvas_config_set_pixel_mode(config, CHAFA_PIXEL_MODE_SYMBOLS)
    chafa_canvas_config_set_bg_color(config, 0xFF_FFFF)
    chafa_canvas_config_set_work_factor(config, 0.5)
    guard let canvas = chafa_canvas_new(config) else { throw .broken }
    defer { chafa_canvas_unref(canvas) }
    pixels.bytes.withUnsafeBufferPointer {
      chafa_canvas_draw_all_pixels(
        canvas, CHAFA_PIXEL_RGBA8_UNASSOCIATED, $0.baseAddress, gint(pixels.width), gint(pixels.height),
        gint(pixels.width * 4))
    }
    var elements: [PictureCells.Element] = []
    for row in 0..<rows {
      for column in 0..<columns {
        var foreground: gint = -1
        var background: gint = -1
        chafa_canvas_get_colors_at(canvas, column, row, &foreground, &background)
        elements.append(
          PictureCells.Element(
            symbol: Unicode.Scalar(chafa_canvas_get_char_at(canvas, column, row)) ?? " ",
            foreground: color(foreground), background: color(background)))
      }
    }
    let drawn = CellSize(columns: Int(columns), rows: Int(rows))
    guard let cells = PictureCells(size: drawn, elements: elements) else { throw .broken }
    return cells
  }

  /// What is transparent is white paper.
  private static func color(_ value: gint) -> RGB { RGB(value < 0 ? 0xFF_FFFF : UInt32(value)) }
}
