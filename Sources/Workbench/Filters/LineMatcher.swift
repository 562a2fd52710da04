import Procurement
import Validation

/// A filter made ready for the lines of a plan.
///
/// Each condition is one pass over the places that are left. What is the same for many lines, such as
/// the name of a service, is compared once and kept, and nothing of a line is copied but the text that
/// is looked at: a pass over 100,000 lines is to be done while somebody types.
struct LineMatcher {
  private let assessment: Assessment
  private let lines: [PlanLine]
  private let marks: LineMarks

  init(_ assessment: Assessment, _ marks: LineMarks) {
    self.assessment = assessment
    lines = assessment.plan.lines
    self.marks = marks
  }

  /// Those of some places, or of all, whose lines a filter shows.
  func places(fitting filter: LineFilter, among candidates: [Int]?) -> [Int] {
    var places = candidates ?? Array(lines.indices)
    for term in filter.terms {
      if case .text(let text) = term.condition {
        places = self.places(places, withText: Needle(text), isWanted: !term.isNegated)
      } else {
        let isFit = test(of: term.condition)
        places = places.filter { isFit($0) != term.isNegated }
      }
    }
    return places
  }

  /// Whether the line at a place is as a condition has it.
  private func test(of condition: LineCondition) -> (Int) -> Bool {
    switch condition {
    case .text(let text): serviceTest(Needle(text))
    case .property(let property, let word): propertyTest(property, Needle(word), word)
    case .sum(let sum, let comparison, let money): sumTest(sum) { comparison.holds($0, money) }
    }
  }

  // MARK: Texts

  /// Those of some places whose lines have a text, or have it not.
  private func places(_ places: [Int], withText needle: Needle, isWanted: Bool) -> [Int] {
    let isOfService = serviceTest(needle)
    return lines.withUnsafeBufferPointer { lines in
      needle.lend { needle in
        places.filter { place in
          let isFit =
            isOfService(place) || needle.isIn(lines[place].id)
            || needle.isIn(lines[place].supplier) || needle.isIn(lines[place].description)
            || needle.isIn(lines[place].notes) || needle.isIn(lines[place].justification)
            || needle.isIn(lines[place].group)
          return isFit == isWanted
        }
      }
    }
  }

  /// Asks each service of the programme once, and of an unknown one the word that the line has.
  private func serviceTest(_ needle: Needle) -> (Int) -> Bool {
    let fits = assessment.index.programme.services.map { service in
      needle.isIn(service.id) || needle.isIn(service.short) || needle.isIn(service.label)
    }
    let lines = lines
    let services = assessment.services
    return { place in
      if let service = services[place] { return fits[service] }
      return needle.isIn(lines[place].service)
    }
  }

  private func categoryTest(_ needle: Needle) -> (Int) -> Bool {
    let categories = assessment.index.programme.categories
    let assessment = assessment
    return { place in
      assessment.verdict(at: place).category.map { needle.begins(categories[$0].id) } ?? false
    }
  }

  // MARK: Properties

  private func propertyTest(
    _ property: LineCondition.Property, _ needle: Needle, _ word: String
  ) -> (Int) -> Bool {
    let lines = lines
    let assessment = assessment
    switch property {
    case .line: return { needle.begins(lines[$0].id) }
    case .need: return { needle.begins(lines[$0].need.rawValue) }
    case .route: return { needle.begins(lines[$0].route?.rawValue) }
    case .supplier: return { needle.isIn(lines[$0].supplier) }
    case .group: return { needle.begins(lines[$0].group) }
    case .fund: return { lines[$0].funds.contains(where: needle.begins) }
    case .pacs: return { needle.begins(lines[$0].pacs?.rawValue) }
    case .marked: return { [marks] in marks.contains($0) }
    case .category: return categoryTest(needle)
    case .service: return serviceTest(needle)
    case .supply: return { needle.begins(assessment.verdict(at: $0).supply?.rawValue) }
    case .pays: return { needle.begins(assessment.verdict(at: $0).payer.rawValue) }
    case .finding, .waived:
      let codes = word.isEmpty ? FindingSet.all : FindingSet(LineCondition.codes(meantBy: word))
      return property == .finding
        ? { !assessment.verdict(at: $0).findings.intersection(codes).isEmpty }
        : { !assessment.verdict(at: $0).waived.intersection(codes).isEmpty }
    }
  }

  // MARK: Sums

  private func sumTest(
    _ sum: LineCondition.Sum, _ isFit: @escaping (Money) -> Bool
  ) -> (Int) -> Bool {
    let lines = lines
    let assessment = assessment
    switch sum {
    case .cost: return { isFit(assessment.verdict(at: $0).cost) }
    case .programme: return { isFit(assessment.verdict(at: $0).programmeFunded) }
    case .trust: return { isFit(assessment.verdict(at: $0).trustPayable) }
    case .covered: return { isFit(assessment.verdict(at: $0).covered) }
    case .unfunded: return { isFit(assessment.verdict(at: $0).unfunded) }
    case .capital: return { isFit(lines[$0].cost.total(of: .capital)) }
    case .revenue: return { isFit(lines[$0].cost.total(of: .revenue)) }
    }
  }
}

extension LineFilter {
  /// The codes that it asks for, of those its lines have; nil where it asks for none.
  var codes: FindingSet? {
    let asked = terms.compactMap { term -> FindingSet? in
      guard case .property(.finding, let word) = term.condition, !term.isNegated, !word.isEmpty
      else { return nil }
      return FindingSet(LineCondition.codes(meantBy: word))
    }
    return asked.first.map { asked.dropFirst().reduce($0) { $0.intersection($1) } }
  }
}

extension LineCondition {
  /// The codes that somebody means by a code, by a finding's name, or by a severity.
  fileprivate static func codes(meantBy word: String) -> [FindingCode] {
    FindingCode.allCases.filter { code in
      code.rawValue.lowercased().hasPrefix(word) || code.name.hasPrefix(word)
        || code.severity.rawValue.hasPrefix(word)
    }
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
