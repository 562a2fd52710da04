import Procurement

/// One thing that a line must be like.
enum LineCondition: Hashable, Sendable {
  /// What can be asked of a line by a word: its value begins with what follows the colon.
  enum Property: String, CaseIterable, Sendable {
    case line, service, category, need, route, supplier, group, fund, pacs, supply, pays, finding
    case waived
    case marked = "is"
  }

  /// What can be asked of a line by an amount.
  enum Sum: String, CaseIterable, Sendable {
    case cost, programme, trust, covered, unfunded, capital, revenue
  }

  /// How an amount compares.
  enum Comparison: String, CaseIterable, Sendable {
    case atLeast = ">="
    case atMost = "<="
    case more = ">"
    case less = "<"
    case equal = "="
  }

  /// It has the text somewhere, in any case.
  case text(String)
  /// Its property begins with the text, in any case; an empty text is any value.
  case property(Property, String)
  /// Its sum compares so.
  case sum(Sum, Comparison, Money)
  /// It has so many findings of the severity that are not waived.
  case count(Severity, Comparison, Int)

  /// The condition that a word means; throws, in words, where an amount is none.
  init(_ word: String) throws(FieldFault) {
    if let place = word.firstIndex(of: ":"), let property = Property(named: word[..<place]) {
      self = .property(property, word[word.index(after: place)...].lowercased())
      return
    }
    for comparison in Comparison.allCases {
      guard let range = word.firstRange(of: comparison.rawValue) else { continue }
      let name = word[..<range.lowerBound].lowercased()
      let amount = String(word[range.upperBound...])
      if let severity = Severity.allCases.first(where: { $0.plural == name }) {
        guard let number = Int(amount) else {
          throw FieldFault(
            words: "`\(word)` wants a number; type as `\(name)\(comparison.rawValue)0`")
        }
        self = .count(severity, comparison, number)
        return
      }
      guard let sum = Sum(rawValue: name) else { continue }
      do throws(Money.Fault) {
        guard let money = try Money.typed(amount) else { throw .malformed }
        self = .sum(sum, comparison, money)
      } catch {
        throw FieldFault(
          words: "`\(word)` wants an amount; type as `\(sum.rawValue)\(comparison.rawValue)12.5k`")
      }
      return
    }
    self = .text(word.lowercased())
  }

  /// Whether whatever is like this is like another condition as well.
  func narrows(_ other: LineCondition) -> Bool {
    switch (self, other) {
    case (.text(let new), .text(let old)): new.contains(old)
    case (.property(let property, let new), .property(let other, let old)):
      property == other && (new == old || !property.takesWholeIDs && new.hasPrefix(old))
    default: self == other
    }
  }
}

extension Severity {
  /// What several findings of it are called.
  var plural: String { rawValue + "s" }
}

extension LineCondition.Property {
  /// Whether a word that is a whole id means only that one: what begins with it may then be another.
  fileprivate var takesWholeIDs: Bool { [.fund, .group, .category].contains(self) }

  /// The property meant by its name or a part of it, as `severity` and `code`.
  fileprivate init?(named name: Substring) {
    let name = name.lowercased()
    switch name {
    case "code", "severity", "findings": self = .finding
    case "funds": self = .fund
    default:
      guard let property = LineCondition.Property(rawValue: name) else { return nil }
      self = property
    }
  }
}
