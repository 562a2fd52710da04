import Documents
import Procurement
import Text

/// The value of a field, for people and for programs.
enum FieldValue: Hashable, Sendable {
  case none
  case text(String)
  /// An id, and its name for people.
  case named(id: String, String)
  case flag(Bool)
  case money(Money)
  case list([String])
  case waivers([Waiver])
  case alternatives([AlternativeWords])
  /// What an alternative leaves to its line.
  case asOnLine

  /// A text, or `none`.
  static func optional(_ text: String?) -> FieldValue { text.map(FieldValue.text) ?? .none }

  /// The value for people.
  var words: String {
    switch self {
    case .none: "none"
    case .text(let text), .named(id: _, let text): text
    case .flag(let flag): flag ? "yes" : "no"
    case .money(let money): "£\(money.grouped)"
    case .list(let texts): texts.isEmpty ? "none" : texts.joined(separator: ", ")
    case .waivers(let waivers):
      waivers.isEmpty
        ? "none"
        : waivers.map { "\($0.code.rawValue) (\($0.date): \($0.reason))" }.joined(separator: ", ")
    case .alternatives(let alternatives):
      alternatives.isEmpty ? "none" : alternatives.map(\.words).joined(separator: ", ")
    case .asOnLine: "as on the line"
    }
  }

  /// The value for programs.
  var json: JSON {
    switch self {
    case .none, .asOnLine: .null
    case .text(let text), .named(id: let text, _): .text(text)
    case .flag(let flag): .boolean(flag)
    case .money(let money): .text(money.plain)
    case .list(let texts): .texts(texts)
    case .alternatives(let alternatives): .list(alternatives.map(\.json))
    case .waivers(let waivers):
      .list(
        waivers.map { waiver in
          [
            "code": .text(waiver.code.rawValue), "reason": .text(waiver.reason),
            "date": .text(waiver.date.description),
          ]
        })
    }
  }
}

/// An alternative of a line: what it says differently, by the names of fields, and its cost.
struct AlternativeWords: Hashable, Sendable {
  /// A field and what it says.
  struct Field: Hashable, Sendable {
    let name: String
    let value: FieldValue
  }

  let id: String
  let fields: [Field]
  let cost: Money

  /// The alternative for people: `lsp (route programme, supplier BT, £180,000.00)`.
  fileprivate var words: String {
    let said = fields.map { "\($0.name) \($0.value.words)" } + ["£\(cost.grouped)"]
    return "\(id) (\(said.joined(separator: ", ")))"
  }

  fileprivate var json: JSON {
    .object(
      [("id", .text(id))] + fields.map { ($0.name, $0.value.json) }
        + [("cost", .text(cost.plain))])
  }
}
