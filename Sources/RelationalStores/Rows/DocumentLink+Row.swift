package import Stores

extension DocumentLink {
  /// The columns that hold a link.
  package static let columns = "document.path, document.step, document.size, document.hash"

  /// The values of the columns.
  package var values: [Value] {
    [.text(path), .number(step), .number(size), .integer(Int64(bitPattern: hash))]
  }
}

extension Row {
  /// The link in four columns.
  package func document(_ first: CInt) throws(StoreError) -> DocumentLink {
    DocumentLink(
      path: try text(first), step: try number(first + 1, in: 0...Bounds.steps.upperBound),
      size: try number(first + 2, in: 0...Int(Int32.max)),
      hash: UInt64(bitPattern: Int64(try number(first + 3))))
  }
}
