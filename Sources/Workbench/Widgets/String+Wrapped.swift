import Text

extension String {
  /// Its words in rows of so many columns, of which all but the first are indented.
  ///
  /// A word that is longer than a row is broken, so that no text is lost.
  func wrapped(columns: Int, hanging: Int = 0) -> [String] {
    var rows: [String] = []
    var row = ""
    var used = 0
    var indent: Int { rows.isEmpty ? 0 : min(hanging, max(0, columns - 1)) }
    func endRow() {
      rows.append(String(repeating: " ", count: indent) + row)
      (row, used) = ("", 0)
    }
    for word in split(separator: " ") {
      var rest = word
      while !rest.isEmpty {
        let room = columns - indent - used
        if row.isEmpty {
          let piece = rest.prefix(columns: room)
          row = String(piece)
          used = VisibleText.width(of: row)
          rest = rest.dropFirst(piece.count)
          if !rest.isEmpty { endRow() }
        } else if VisibleText.width(of: String(rest)) < room {
          row += " " + rest
          used += 1 + VisibleText.width(of: String(rest))
          rest = ""
        } else {
          endRow()
        }
      }
    }
    if !row.isEmpty { endRow() }
    return rows
  }
}

extension Substring {
  /// As many of its first characters as so many columns have room for, at least one.
  func prefix(columns: Int) -> Substring {
    var end = startIndex
    var width = 0
    while end < endIndex {
      width += VisibleText.width(of: String(self[end]))
      guard width <= columns || end == startIndex else { break }
      end = index(after: end)
    }
    return self[..<end]
  }
}
