import Procurement
import Validation

/// A filter made ready for the lines of a plan.
///
/// Each condition is one pass over the lines that are left. What is the same for many lines, such as
/// the name of a service, is compared once and kept, and no line is copied: a pass over 100,000 lines
/// is to be done while text is typed.
struct LineMatcher {
  /// Whether the line at a place, which is lent, is as a condition has it.
  typealias Test = (_ place: Int, UnsafePointer<PlanLine>) -> Bool

  let assessment: Assessment
  let marks: LineMarks

  /// Those of some places, or of all, whose lines are as all terms have them.
  func places(fitting terms: [LineFilter.Term], among candidates: [Int]?) -> [Int] {
    let lines = assessment.plan.lines
    var isLeft = [Bool](repeating: candidates == nil, count: lines.count)
    for place in candidates ?? [] { isLeft[place] = true }
    for term in terms {
      let isWanted = !term.isNegated
      switch term.condition {
      case .text(let text): keepText(Needle(text), isWanted: isWanted, of: lines, &isLeft)
      case .property(let property, let word):
        keep(test(of: property, Needle(word), word), isWanted: isWanted, of: lines, &isLeft)
      case .sum(let sum, let comparison, let money):
        keep(
          test(of: sum) { comparison.holds($0, money) }, isWanted: isWanted, of: lines, &isLeft)
      case .count(let severity, let comparison, let number):
        let assessment = assessment
        keep(
          { place, _ in
            comparison.holds(assessment.verdict(at: place).unwaived.count(severity), number)
          }, isWanted: isWanted, of: lines, &isLeft)
      }
    }
    return (candidates ?? Array(lines.indices)).filter { isLeft[$0] }
  }

  /// Removes those that fail a test.
  private func keep(_ isFit: Test, isWanted: Bool, of lines: PlanLines, _ isLeft: inout [Bool]) {
    lines.lendBlocks { first, block in
      for offset in block.indices where isLeft[first + offset] {
        guard let line = block.baseAddress else { return }
        isLeft[first + offset] = isFit(first + offset, line + offset) == isWanted
      }
    }
  }

  /// The same for a text anywhere in a line; separate, so that it is compiled as one loop.
  private func keepText(
    _ needle: Needle, isWanted: Bool, of lines: PlanLines, _ isLeft: inout [Bool]
  ) {
    let services = ServiceMatches(assessment, needle)
    isLeft.withUnsafeMutableBufferPointer { isLeft in
      needle.lend { needle in
        lines.lendBlocks { first, block in
          for offset in block.indices where isLeft[first + offset] {
            let isFit =
              services.contains(first + offset) || needle.isIn(block[offset].id)
              || needle.isIn(block[offset].supplier) || needle.isIn(block[offset].description)
              || needle.isIn(block[offset].notes) || needle.isIn(block[offset].justification)
              || needle.isIn(block[offset].group)
            isLeft[first + offset] = isFit == isWanted
          }
        }
      }
    }
  }
}

// MARK: - Conditions

extension LineMatcher {
  private func test(of property: LineCondition.Property, _ needle: Needle, _ word: String) -> Test {
    let assessment = assessment
    let marks = marks
    switch property {
    case .line: return { needle.begins($1.pointee.id) }
    case .need: return { needle.begins($1.pointee.need.rawValue) }
    case .route: return { needle.begins($1.pointee.route?.rawValue) }
    case .supplier: return { needle.isIn($1.pointee.supplier) }
    case .group:
      if let id = exact(word, among: assessment.plan.groups.map(\.id)) {
        return { $1.pointee.group == id }
      }
      return { needle.begins($1.pointee.group) }
    case .fund:
      if let id = exact(word, among: assessment.plan.funds.map(\.id)) {
        return { $1.pointee.funds.contains(id) }
      }
      return { $1.pointee.funds.contains(where: needle.begins) }
    case .pacs: return { needle.begins($1.pointee.pacs?.rawValue) }
    case .marked: return { place, _ in marks.contains(place) }
    case .supply:
      return { place, _ in
        needle.begins(assessment.verdict(at: place).supply?.rawValue)
      }
    case .pays:
      return { place, _ in
        needle.begins(assessment.verdict(at: place).payer.rawValue)
      }
    case .service:
      let services = ServiceMatches(assessment, needle)
      return { place, _ in services.contains(place) }
    case .category:
      let ids = assessment.index.programme.categories.map(\.id)
      let exact = exact(word, among: ids)
      let categories = ids.map { exact == nil ? needle.begins($0) : $0 == exact }
      return { place, _ in
        assessment.verdict(at: place).category.map { categories[$0] } ?? false
      }
    case .finding, .waived:
      let codes = word.isEmpty ? FindingSet.all : FindingSet(LineCondition.codes(meantBy: word))
      return property == .finding
        ? { place, _ in !assessment.verdict(at: place).findings.intersection(codes).isEmpty }
        : { place, _ in !assessment.verdict(at: place).waived.intersection(codes).isEmpty }
    }
  }

  /// The id that a word is as a whole; nil where it is the beginning of ids at most.
  private func exact(_ word: String, among ids: [String]) -> String? {
    ids.first { $0 == word } ?? ids.first { $0.lowercased() == word.lowercased() }
  }

  private func test(
    of sum: LineCondition.Sum, _ isFit: @escaping (Money) -> Bool
  ) -> Test {
    let assessment = assessment
    switch sum {
    case .cost: return { place, _ in isFit(assessment.verdict(at: place).cost) }
    case .programme: return { place, _ in isFit(assessment.verdict(at: place).programmeFunded) }
    case .trust: return { place, _ in isFit(assessment.verdict(at: place).trustPayable) }
    case .covered: return { place, _ in isFit(assessment.verdict(at: place).covered) }
    case .unfunded: return { place, _ in isFit(assessment.verdict(at: place).unfunded) }
    case .capital: return { isFit($1.pointee.cost.total(of: .capital)) }
    case .revenue: return { isFit($1.pointee.cost.total(of: .revenue)) }
    }
  }
}

/// Which lines are for a service with a text in its id or its names; of an unknown service the word
/// that the line has is looked at.
private struct ServiceMatches {
  private let fits: [Bool]
  private let services: [UInt32?]
  /// The lines of unknown services that fit.
  private var unknown: Set<Int> = []

  init(_ assessment: Assessment, _ needle: Needle) {
    fits = assessment.index.programme.services.map { service in
      needle.isIn(service.id) || needle.isIn(service.short) || needle.isIn(service.label)
    }
    services = assessment.services
    for (place, service) in services.enumerated() where service == nil {
      if needle.isIn(assessment.plan.lines[place].service) { unknown.insert(place) }
    }
  }

  func contains(_ place: Int) -> Bool {
    if let service = services[place] { return fits[Int(service)] }
    return unknown.contains(place)
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
  /// The codes meant by a code, by a finding's name, or by a severity.
  static func codes(meantBy word: String) -> [FindingCode] {
    FindingCode.allCases.filter { code in
      code.rawValue.lowercased().hasPrefix(word) || code.name.hasPrefix(word)
        || code.severity.rawValue.hasPrefix(word)
    }
  }
}

extension LineCondition.Comparison {
  func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .atLeast: left >= right
    case .atMost: left <= right
    case .more: left > right
    case .less: left < right
    case .equal: left == right
    }
  }
}
