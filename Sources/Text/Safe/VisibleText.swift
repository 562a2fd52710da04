/// Makes text from outside safe to show. All such text passes through here before it is shown.
///
/// A terminal obeys some characters instead of showing them: control characters move its cursor and
/// set its modes, bidirectional controls reorder what follows, and others are invisible. Each of
/// them is replaced by a visible sign of one column, so that text can neither command the terminal
/// or look like another text. A character may have one combining mark. Further marks, and a mark
/// without a character, become signs too, so that thousands of marks take columns like other text.
public enum VisibleText {
  /// Shown in place of what cannot be shown.
  package static let replacement: UInt32 = 0xFFFD
  /// Shown in place of text that was cut off.
  package static let ellipsis: UInt32 = 0x2026

  /// How a character is shown; raw values 1 and 2 are its columns.
  public enum Kind: UInt32 {
    case unsafe, narrow, wide, mark
  }

  /// How `scalar` is shown.
  @inlinable
  public static func kind(of scalar: UInt32) -> Kind {
    if scalar &- 0x20 < 0x5F { return .narrow }
    return tableKind(of: scalar)
  }

  /// The sign that replaces an unsafe `scalar`.
  package static func substitute(for scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0..<0x20: 0x2400 + scalar
    case 0x7F: 0x2421
    default: replacement
    }
  }

  /// Finds the last range that starts at or before `scalar`.
  @usableFromInline
  static func tableKind(of scalar: UInt32) -> Kind {
    let wanted = scalar << 2 | 3
    var low = 0
    var high = ranges.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if ranges[middle] <= wanted { low = middle } else { high = middle }
    }
    return Kind(rawValue: ranges[low] & 3) ?? .unsafe
  }
}

extension VisibleText {
  /// The number of columns that `text` takes.
  public static func width(of text: String) -> Int {
    var columns = 0
    var cells = VisibleCells(text.unicodeScalars)
    while let cell = cells.next() { columns += cell.columns }
    return columns
  }

  /// `text` as it is shown; line breaks and tabs are replaced as well.
  public static func safe(_ text: String) -> String {
    clipped(text, to: .max)
  }

  /// `text` as it is shown, cut to `columns` and ending in `…` if it is longer.
  public static func clipped(_ text: String, to columns: Int) -> String {
    if text.utf8.count <= columns, isPlain(text) { return text }
    var shown = String.UnicodeScalarView()
    /// What is shown if the next cell does not fit, so that `…` does.
    var cut = shown.endIndex
    var used = 0
    var cells = VisibleCells(text.unicodeScalars)
    while let cell = cells.next() {
      guard cell.columns <= columns - used else {
        shown.removeSubrange(cut...)
        if columns > 0 { shown.append(scalar(ellipsis)) }
        return String(shown)
      }
      used += cell.columns
      shown.append(scalar(cell.scalar))
      if cell.mark != 0 { shown.append(scalar(cell.mark)) }
      if used < columns { cut = shown.endIndex }
    }
    return String(shown)
  }

  /// Whether `text` is nothing but printable ASCII, which is shown as it is.
  package static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 &- 0x20 < 0x5F }
  }

  package static func scalar(_ value: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
