/// Walks over text as the cells that show it.
package struct VisibleCells {
  /// A character as it is shown.
  package struct Shown {
    package var scalar: UInt32
    package var mark: UInt32 = 0
    package var columns: Int
  }

  private var scalars: Substring.UnicodeScalarView.Iterator
  private var ahead: UInt32?

  package init(_ scalars: Substring.UnicodeScalarView) {
    self.scalars = scalars.makeIterator()
    ahead = self.scalars.next()?.value
  }

  package init(_ scalars: String.UnicodeScalarView) {
    self.init(scalars[...])
  }

  package mutating func next() -> Shown? {
    guard let scalar = ahead else { return nil }
    ahead = scalars.next()?.value
    let kind = VisibleText.kind(of: scalar)
    switch kind {
    case .unsafe: return Shown(scalar: VisibleText.substitute(for: scalar), columns: 1)
    case .mark: return Shown(scalar: VisibleText.replacement, columns: 1)
    case .narrow, .wide:
      var shown = Shown(scalar: scalar, columns: Int(kind.rawValue))
      if let mark = ahead, mark > 0x7F, VisibleText.kind(of: mark) == .mark {
        shown.mark = mark
        ahead = scalars.next()?.value
      }
      return shown
    }
  }
}
