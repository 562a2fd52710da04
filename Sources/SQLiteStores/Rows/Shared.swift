import Procurement
import RelationalStores
import Stores
import Text

/// Texts and lists that many lines share, each in memory once.
struct Shared {
  private var texts: [String: String] = [:]
  private var funds: [String: [String]] = [:]

  /// A text, or an equal one that was read before. Short texts need no memory of their own.
  mutating func text(_ text: String) -> String {
    guard text.utf8.count > 15 else { return text }
    if let known = texts[text], known.utf8.elementsEqual(text.utf8) { return known }
    texts[text] = text
    return text
  }

  /// A text, or an equal one that was read before; nil for nil.
  mutating func text(_ text: String?) -> String? { text.map { self.text($0) } }

  /// The funds in a column.
  mutating func funds(in row: Row, _ column: CInt) throws(StoreError) -> [String] {
    guard let text = try row.optionalText(column) else { return [] }
    if let known = funds[text] { return known }
    let list = try row.json(column) { json throws(JSON.TypeMismatch) in try json.texts }
    funds[text] = list
    return list
  }
}
