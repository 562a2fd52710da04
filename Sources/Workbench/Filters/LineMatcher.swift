import Procurement
import Validation

/// A filter made ready for the lines of a plan.
///
/// What is the same for many lines, such as the name of a service, is compared once and kept.
struct LineMatcher {
  private struct Test {
    let condition: LineCondition
    let isNegated: Bool
    let needle: Needle
    /// For each service of the programme whether it fits, where the condition asks for one.
    let services: [Bool]
    /// The codes that fit, where the condition asks for findings.
    let codes: FindingSet
    let isAnyCode: Bool
  }

  private let assessment: Assessment
  private let marks: LineMarks
  private let tests: [Test]

  init(_ filter: LineFilter, _ assessment: Assessment, _ marks: LineMarks) {
    self.assessment = assessment
    self.marks = marks
    tests = filter.terms.map { term in
      let needle = Needle(term.condition.word)
      return Test(
        condition: term.condition, isNegated: term.isNegated, needle: needle,
        services: LineMatcher.services(fitting: term.condition, needle, assessment),
        codes: FindingSet(term.condition.codes), isAnyCode: term.condition.word.isEmpty)
    }
  }

  /// Whether the line at a place is to be shown.
  func matches(_ place: Int) -> Bool {
    tests.allSatisfy { test in
      let isFit: Bool
      switch test.condition {
      case .text: isFit = hasText(test, place)
      case .property(let property, _): isFit = hasProperty(property, test, place)
      case .sum(let sum, let comparison, let money):
        isFit = comparison.holds(self.sum(sum, place), money)
      }
      return isFit != test.isNegated
    }
  }

  // MARK: Texts

  private func hasText(_ test: Test, _ place: Int) -> Bool {
    let needle = test.needle
    if isService(test, place) { return true }
    let line = assessment.plan.lines[place]
    return needle.isIn(line.id) || isIn(line.supplier, needle) || isIn(line.description, needle)
      || isIn(line.notes, needle) || isIn(line.justification, needle) || isIn(line.group, needle)
  }

  private func isIn(_ text: String?, _ needle: Needle) -> Bool { text.map(needle.isIn) ?? false }

  private func begins(_ text: String?, _ needle: Needle) -> Bool {
    text.map(needle.begins) ?? false
  }

  private func isService(_ test: Test, _ place: Int) -> Bool {
    if let service = assessment.service(at: place) { return test.services[service] }
    return test.needle.isIn(assessment.plan.lines[place].service)
  }

  private static func services(
    fitting condition: LineCondition, _ needle: Needle, _ assessment: Assessment
  ) -> [Bool] {
    let programme = assessment.index.programme
    return programme.services.map { service in
      switch condition {
      case .property(.category, _): needle.begins(programme.categories[service.category].id)
      default:
        needle.isIn(service.id) || needle.isIn(service.short) || needle.isIn(service.label)
      }
    }
  }

  // MARK: Properties

  private func hasProperty(
    _ property: LineCondition.Property, _ test: Test, _ place: Int
  ) -> Bool {
    let line = assessment.plan.lines[place]
    let needle = test.needle
    switch property {
    case .line: return needle.begins(line.id)
    case .service: return isService(test, place)
    case .category: return assessment.service(at: place).map { test.services[$0] } ?? false
    case .need: return needle.begins(line.need.rawValue)
    case .route: return begins(line.route?.rawValue, needle)
    case .supplier: return isIn(line.supplier, needle)
    case .group: return begins(line.group, needle)
    case .fund: return line.funds.contains(where: needle.begins)
    case .pacs: return begins(line.pacs?.rawValue, needle)
    case .marked: return marks.contains(place)
    case .supply: return begins(assessment.verdict(at: place).supply?.rawValue, needle)
    case .pays: return needle.begins(assessment.verdict(at: place).payer.rawValue)
    case .finding: return hasCode(assessment.verdict(at: place).findings, test)
    case .waived: return hasCode(assessment.verdict(at: place).waived, test)
    }
  }

  private func hasCode(_ findings: FindingSet, _ test: Test) -> Bool {
    test.isAnyCode ? !findings.isEmpty : !findings.intersection(test.codes).isEmpty
  }

  // MARK: Sums

  private func sum(_ sum: LineCondition.Sum, _ place: Int) -> Money {
    switch sum {
    case .cost: assessment.verdict(at: place).cost
    case .programme: assessment.verdict(at: place).programmeFunded
    case .trust: assessment.verdict(at: place).trustPayable
    case .covered: assessment.verdict(at: place).covered
    case .unfunded: assessment.verdict(at: place).unfunded
    case .capital: assessment.plan.lines[place].cost.total(of: .capital)
    case .revenue: assessment.plan.lines[place].cost.total(of: .revenue)
    }
  }
}

extension LineFilter {
  /// The codes that it asks for, of those its lines have; nil where it asks for none.
  var codes: FindingSet? {
    let asked = terms.filter { term in
      if case .property(.finding, let word) = term.condition {
        return !term.isNegated && !word.isEmpty
      }
      return false
    }
    guard let first = asked.first else { return nil }
    return asked.dropFirst().reduce(FindingSet(first.condition.codes)) { codes, term in
      codes.intersection(FindingSet(term.condition.codes))
    }
  }
}

extension LineCondition {
  /// The text that it looks for.
  fileprivate var word: String {
    switch self {
    case .text(let word), .property(_, let word): word
    case .sum: ""
    }
  }

  /// The codes that somebody means by a code, by a finding's name, or by a severity.
  fileprivate var codes: [FindingCode] {
    guard case .property(.finding, let word) = self.asFinding else { return [] }
    return FindingCode.allCases.filter { code in
      code.rawValue.lowercased().hasPrefix(word) || code.name.hasPrefix(word)
        || code.severity.rawValue.hasPrefix(word)
    }
  }

  private var asFinding: LineCondition {
    if case .property(.waived, let word) = self { return .property(.finding, word) }
    return self
  }
}

extension LineCondition.Comparison {
  fileprivate func holds(_ left: Money, _ right: Money) -> Bool {
    switch self {
    case .atLeast: left >= right
    case .atMost: left <= right
    case .more: left > right
    case .less: left < right
    case .equal: left == right
    }
  }
}
