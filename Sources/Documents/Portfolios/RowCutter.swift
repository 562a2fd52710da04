import CScanning
import Glibc

/// Finds where a piece of a table can be cut between rows.
struct RowCutter {
  private let separator: UInt8

  init(_ separator: CellSeparator) { self.separator = separator.rawValue }

  private static let quote = Int32(UInt8(ascii: "\""))
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  /// The end of the last complete row of a text that starts with a row; nil if there is none.
  ///
  /// As in `CSVScanner`, a quote at the start of a cell opens a quotation, and line breaks within
  /// it do not end a row.
  func end(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = text.baseAddress else { return nil }
    var end: Int?
    var open = 0
    while true {
      let next = RowCutter.find(RowCutter.quote, in: base, open..<text.count)
      if let found = RowCutter.lastBreak(in: base, open..<(next ?? text.count), of: text.count) {
        end = found
      }
      guard let next else { return end }
      if next == 0 || isSeparator(base[next - 1]) {
        guard let closed = RowCutter.closing(after: next, in: text) else { return end }
        open = closed
      } else {
        open = next + 1
      }
    }
  }

  /// The byte after the closing quote; nil if the quotation may continue after the text.
  private static func closing(after opening: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = text.baseAddress else { return nil }
    var index = opening + 1
    while let next = find(quote, in: base, index..<text.count) {
      guard next + 1 < text.count else { return nil }
      if text[next + 1] != UInt8(quote) { return next + 1 }
      index = next + 2
    }
    return nil
  }

  /// The byte after the last line break of a part.
  private static func lastBreak(
    in base: UnsafePointer<UInt8>, _ range: Range<Int>, of count: Int
  ) -> Int? {
    let feed = findLast(lineFeed, in: base, range)
    // A carriage return at the end of the text may be followed by its line feed.
    let part = range.lowerBound..<max(range.lowerBound, min(range.upperBound, count - 1))
    let back = findLast(carriageReturn, in: base, part)
      .flatMap { base[$0 + 1] == lineFeed ? nil : $0 }
    return [feed, back].compactMap(\.self).max().map { $0 + 1 }
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte == separator || byte == RowCutter.lineFeed || byte == RowCutter.carriageReturn
  }

  private static func find(
    _ byte: Int32, in base: UnsafePointer<UInt8>, _ range: Range<Int>
  ) -> Int? {
    guard !range.isEmpty else { return nil }
    return memchr(base + range.lowerBound, byte, range.count).map {
      UnsafeRawPointer(base).distance(to: $0)
    }
  }

  private static func findLast(
    _ byte: UInt8, in base: UnsafePointer<UInt8>, _ range: Range<Int>
  ) -> Int? {
    guard !range.isEmpty else { return nil }
    return calloff_find_last(base + range.lowerBound, range.count, byte).map {
      base.distance(to: $0)
    }
  }
}
