/// The texts of a spreadsheet file that cells refer to by number.
final class SharedTexts: XMLConsumer {
  /// The texts, each without its formats and phonetic hints.
  private(set) var texts: [String] = []
  private var text = CellText()
  private let budget: ReadingBudget

  init(_ budget: ReadingBudget) { self.budget = budget }

  func open(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetFault) {
    text.open(name)
  }

  func close(_ name: XMLName) throws(SpreadsheetFault) {
    text.close(name)
    guard name == "si" else { return }
    guard texts.count < budget.limits.cells else { throw budget.exceeded(.cells) }
    texts.append(text.take())
  }

  func characters(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetFault) {
    try text.append(bytes, budget)
  }
}

/// The text of a cell while it is read: the runs of different formats are joined, and phonetic
/// hints are left out.
struct CellText {
  private var bytes: [UInt8] = []
  private var isInText = false
  private var isInHint = false

  /// An element starts.
  mutating func open(_ name: XMLName) {
    if name == "t" { isInText = !isInHint }
    if name == "rPh" { isInHint = true }
  }

  /// An element ends.
  mutating func close(_ name: XMLName) {
    if name == "t" { isInText = false }
    if name == "rPh" { isInHint = false }
  }

  /// A piece of text, kept if it is in an element that holds text.
  mutating func append(
    _ piece: UnsafeBufferPointer<UInt8>, _ budget: ReadingBudget
  ) throws(SpreadsheetFault) {
    guard isInText else { return }
    try budget.takeText(piece.count, after: bytes.count)
    bytes.append(contentsOf: piece)
  }

  /// The text, after which the next one can be read.
  mutating func take() -> String {
    defer { bytes.removeAll(keepingCapacity: true) }
    return EscapedText.decoded(bytes)
  }
}
