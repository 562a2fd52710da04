import Text

/// Alternatives as one text, as in a cell of a table:
/// `lsp: route programme, supplier bt, capital 2004-05 180000; lease: revenue 2005-06 20000`.
///
/// An alternative without a word for a field leaves it to its line, and `none` says that it has
/// none. A text that contains a separator is in quotation marks, and one in it is doubled.
public enum AlternativeText {
  /// Why a text cannot be read, in words.
  public struct Fault: Error, Hashable, Sendable {
    /// What is wrong and what to write.
    public var words: String
  }

  /// The text of alternatives; empty for none.
  public static func text(of alternatives: [Alternative]) -> String {
    alternatives.map(text).joined(separator: "; ")
  }

  private static func text(of alternative: Alternative) -> String {
    let values = alternative.values.map { "\($0.field.rawValue) \(word(for: $0))" }
    let amounts = alternative.cost.amounts.map { amount in
      "\(amount.kind.rawValue) \(amount.year) \(amount.money.shortest)"
    }
    let parts = (values + amounts).joined(separator: ", ")
    return quoted(alternative.id) + (parts.isEmpty ? "" : ": \(parts)")
  }

  private static func word(for value: LineValue) -> String {
    switch value {
    case .pacs(let option): option?.rawValue ?? "none"
    case .route(let route): route?.rawValue ?? "none"
    case .spineConnected(let flag), .crsInteroperable(let flag):
      flag.map { $0 ? "yes" : "no" } ?? "none"
    case .supplier(let text), .group(let text), .justification(let text), .notes(let text):
      text.map(quoted) ?? "none"
    case .funds(let ids):
      ids.isEmpty
        ? "none"
        : ids.map { $0.contains(" ") ? marked($0) : quoted($0) }
          .joined(separator: " ")
    case .id, .service, .need, .description, .amount, .cost, .waivers, .alternatives: ""
    }
  }

  private static func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && text.lowercased() != "none" && text == text.trimmed
      && !text.contains { ",;:\"".contains($0) || $0.isNewline }
    return isPlain ? text : marked(text)
  }

  private static func marked(_ text: String) -> String {
    "\"\(text.replacing("\"", with: "\"\""))\""
  }
}

// MARK: Reading

extension AlternativeText {
  /// The alternatives that a text means; a blank one means none.
  public static func alternatives(_ text: String) throws(Fault) -> [Alternative] {
    var alternatives: [Alternative] = []
    for part in pieces(text[...], at: ";") where !part.trimmed.isEmpty {
      let alternative = try alternative(part)
      if alternatives.contains(where: { $0.id == alternative.id }) {
        throw Fault(words: "two alternatives are called `\(alternative.id)`; rename one")
      }
      alternatives.append(alternative)
    }
    return alternatives
  }

  private static func alternative(_ text: Substring) throws(Fault) -> Alternative {
    guard text.count(where: { $0 == "\"" }).isMultiple(of: 2) else {
      throw Fault(words: "a quotation mark in `\(text.trimmed)` has no second one; add it")
    }
    let halves = pieces(text, at: ":", most: 2)
    let id = try code(unquoted(halves[0].trimmed).text, .id, "alternative")
    if id.isEmpty {
      throw Fault(words: "an alternative needs an id; write `ID: supplier NAME, …`")
    }
    var alternative = Alternative(id: id)
    guard halves.count > 1 else {
      guard !id.contains(where: \.isWhitespace) || halves[0].trimmed.hasPrefix("\"") else {
        throw Fault(words: "`\(id)` has no `:` after its id; write `ID: supplier NAME, …`")
      }
      return alternative
    }
    var said: Set<String> = []
    for part in pieces(halves[1], at: ",") where !part.trimmed.isEmpty {
      let words = part.trimmed.split(maxSplits: 1, whereSeparator: \.isWhitespace)
      let name = words[0].lowercased()
      let word = words.count > 1 ? words[1].trimmed : ""
      if let kind = CostKind(rawValue: name) {
        let (year, money) = try amount(word, kind)
        try note("\(name) \(year)", among: &said)
        alternative.cost[year, kind] = money
      } else if let field = LineField(rawValue: name), Alternative.fields.contains(field) {
        try note(name, among: &said)
        alternative.set(field, to: try value(word, for: field))
      } else {
        let known = CostKind.allCases.map(\.rawValue) + Alternative.fields.map(\.rawValue)
        let near = nearest(to: name, among: known)
        throw Fault(
          words: "an alternative has no field `\(name)`; "
            + (near.map { "did you mean `\($0)`?" } ?? "use \(known.joined(separator: ", "))"))
      }
    }
    return alternative
  }

  /// Notes that an alternative says a field, which it may do once.
  private static func note(_ field: String, among said: inout Set<String>) throws(Fault) {
    guard said.insert(field).inserted else {
      throw Fault(words: "an alternative has `\(field)` twice; keep one")
    }
  }

  private static func amount(
    _ text: String, _ kind: CostKind
  ) throws(Fault) -> (FinancialYear, Money) {
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard words.count == 2, let year = FinancialYear(String(words[0])),
      let money = try? Money.typed(unquoted(String(words[1])).text)
    else {
      throw Fault(
        words: "`\(kind.rawValue) \(text)` is not an amount; write `\(kind.rawValue) 2004-05 12500`"
      )
    }
    return (year, money)
  }

  private static func value(_ word: String, for field: LineField) throws(Fault) -> LineValue {
    let (text, isQuoted) = unquoted(word)
    let isNone = text.trimmed.isEmpty || !isQuoted && text.lowercased() == "none"
    let said: String? = isNone ? nil : text
    switch field {
    case .pacs: return .pacs(try choice(said, field) { PACSOption(spelling: $0) })
    case .route: return .route(try choice(said, field) { Route(spelling: $0) })
    case .spineConnected: return .spineConnected(try choice(said, field) { flags[$0.lowercased()] })
    case .crsInteroperable:
      return .crsInteroperable(try choice(said, field) { flags[$0.lowercased()] })
    case .supplier:
      return .supplier(
        try said.map { text throws(Fault) in
          try code(text, .supplier, "supplier")
        })
    case .group:
      return .group(try said.map { text throws(Fault) in try code(text, .id, "group") })
    case .justification: return .justification(said)
    case .funds:
      guard said != nil else { return .funds([]) }
      var ids: [String] = []
      for piece in pieces(word[...], at: " ") where !piece.isEmpty {
        ids.append(try code(unquoted(String(piece)).text, .id, "fund"))
      }
      return .funds(ids)
    default: return .notes(said)
    }
  }

  private static let flags = ["yes": true, "true": true, "no": false, "false": false]

  private static func choice<Value>(
    _ text: String?, _ field: LineField, _ value: (String) -> Value?
  ) throws(Fault) -> Value? {
    guard let text else { return nil }
    guard let value = value(text) else {
      throw Fault(words: "unknown \(field.rawValue) `\(text)` of an alternative")
    }
    return value
  }

  private static func code(
    _ text: String, _ kind: CodeKind, _ name: String
  ) throws(Fault) -> String {
    do throws(CodeKind.Fault) { return try kind.typed(text) } catch {
      throw Fault(words: error.words(kind.noun(name), "`\(text)`"))
    }
  }

  /// The parts of a text between separators that are not in quotation marks; of at most so many the
  /// last has the rest.
  private static func pieces(
    _ text: Substring, at separator: Character, most: Int = .max
  ) -> [Substring] {
    var pieces: [Substring] = []
    var start = text.startIndex
    var isQuoted = false
    for place in text.indices {
      if text[place] == "\"" { isQuoted.toggle() }
      guard text[place] == separator, !isQuoted, pieces.count < most - 1 else { continue }
      pieces.append(text[start..<place])
      start = text.index(after: place)
    }
    return pieces + [text[start...]]
  }

  private static func unquoted(_ text: String) -> (text: String, isQuoted: Bool) {
    guard text.count > 1, text.hasPrefix("\""), text.hasSuffix("\"") else { return (text, false) }
    return (String(text.dropFirst().dropLast()).replacing("\"\"", with: "\""), true)
  }
}
