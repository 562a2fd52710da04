import Procurement

/// The user's plan and that of the document, or a scenario, side by side: for every line that
/// differs the user decides whose stays, and what only one side has changed is decided already.
struct Merge: Sendable {
  typealias Side = DocumentDifference.Side

  /// What a difference is about.
  enum Subject: Hashable, Sendable {
    case header
    case fund(String)
    case group(String)
    case line(String)
  }

  /// Where the other plan comes from.
  enum Source: Hashable, Sendable {
    case document
    /// A scenario of the plan, by its name.
    case scenario(String)

    /// What it is called beside the plan.
    var words: String {
      switch self {
      case .document: "its document"
      case .scenario(let name): "scenario `\(name)`"
      }
    }
  }

  let mine: Plan
  let source: Source
  private let document: ChangedDocument
  private(set) var differences: [DocumentDifference] = []
  var focus = ListFocus()

  init(_ mine: Plan, _ document: ChangedDocument, from source: Source = .document) {
    self.mine = mine
    self.source = source
    self.document = document
    let base = document.base
    compare("title, trust and years", .header, mine.header, theirs.header, base?.header) {
      let years = $0.years.map(\.description).joined(separator: ", ")
      return "\($0.title), \($0.trust.code) in \($0.trust.cluster), \(years)"
    }
    compare(mine.funds, theirs.funds, base?.funds, \.id, Subject.fund) {
      "\($0.name), pays \($0.pays.rawValue), \(Merge.total($0).grouped)"
    }
    compare(mine.groups, theirs.groups, base?.groups, \.id, Subject.group) {
      "\($0.facility): \($0.members.joined(separator: " "))"
    }
    compareLines(base)
  }

  /// The plan as the document has it.
  var theirs: Plan { document.theirs }

  /// Compares the document with the plan as other sessions have changed it meanwhile; what was
  /// decided stays where both sides are still the same.
  func renewed(for mine: Plan) -> Merge {
    var merge = Merge(mine, document, from: source)
    merge.focus.index = min(focus.index, max(0, merge.differences.count - 1))
    for place in merge.differences.indices {
      let new = merge.differences[place]
      let old = differences.first { $0.subject == new.subject }
      if let old, old.mine == new.mine, old.theirs == new.theirs {
        merge.differences[place].side = old.side
      }
    }
    return merge
  }

  /// The decided differences of an earlier comparison of which the plan has another value by now.
  func differencesChanged(since earlier: Merge) -> [DocumentDifference] {
    earlier.differences.filter { old in
      old.side != nil && !differences.contains { $0.subject == old.subject && $0.mine == old.mine }
    }
  }

  /// The first difference that nobody has decided.
  var undecided: Int? { differences.firstIndex { $0.side == nil } }

  /// Decides on the focused difference and goes on to the next.
  mutating func take(_ side: Side) {
    guard differences.indices.contains(focus.index) else { return }
    differences[focus.index].side = side
    if focus.index + 1 < differences.count { focus.index += 1 }
  }

  // MARK: Comparing

  private mutating func compare<Value: Equatable>(
    _ title: String, _ subject: Subject, _ mine: Value?, _ theirs: Value?, _ base: Value?,
    hasBase: Bool? = nil, _ words: (Value) -> String
  ) {
    guard mine != theirs else { return }
    let isKnown = hasBase ?? (base != nil)
    let side: Side? = !isKnown ? nil : mine == base ? .theirs : theirs == base ? .mine : nil
    differences.append(
      DocumentDifference(
        subject: subject, title: title, mine: mine.map(words) ?? "not there",
        theirs: theirs.map(words) ?? "not there", side: side))
  }

  private mutating func compare<Element: Equatable>(
    _ mine: [Element], _ theirs: [Element], _ base: [Element]?, _ id: (Element) -> String,
    _ subject: (String) -> Subject, _ words: (Element) -> String
  ) {
    let ids = mine.map(id) + theirs.map(id).filter { new in !mine.contains { id($0) == new } }
    for name in ids {
      func find(_ list: [Element]?) -> Element? { list?.first { id($0) == name } }
      compare(
        name, subject(name), find(mine), find(theirs), find(base), hasBase: base != nil, words)
    }
  }

  private mutating func compareLines(_ base: Plan?) {
    let others = Dictionary(theirs.lines.map { ($0.id, $0) }) { first, _ in first }
    let old = base.map { Dictionary($0.lines.map { ($0.id, $0) }) { first, _ in first } }
    let own = Set(mine.lines.map(\.id))
    func compare(_ id: String, _ mine: PlanLine?, _ theirs: PlanLine?) {
      let words = Merge.words(mine, theirs)
      self.compare(
        id, .line(id), mine, theirs, old?[id], hasBase: old != nil
      ) { $0 == mine ? words.0 : words.1 }
    }
    for line in mine.lines { compare(line.id, line, others[line.id]) }
    for line in theirs.lines where !own.contains(line.id) { compare(line.id, nil, line) }
  }

  /// What two lines have that is not alike, or, where there is one alone, what it is.
  private static func words(_ mine: PlanLine?, _ theirs: PlanLine?) -> (String, String) {
    guard let mine, let theirs else {
      return (mine.map(whole) ?? "", theirs.map(whole) ?? "")
    }
    let fields = LineField.allCases.map(FormField.value)
      .filter { mine.text(of: $0) != theirs.text(of: $0) }
    func list(_ line: PlanLine) -> String {
      fields.map { "\($0.title) \(line.text(of: $0).nonEmpty ?? "none")" }.joined(separator: ", ")
    }
    return fields.isEmpty ? ("years of the cost", "years of the cost") : (list(mine), list(theirs))
  }

  private static func whole(_ line: PlanLine) -> String {
    "\(line.service), \(line.cost.total.grouped)"
  }

  private static func total(_ fund: Fund) -> Money {
    fund.available.values.reduce(into: .zero) { $0 += $1 }
  }

  // MARK: The outcome

  /// The plan with what was decided; what is undecided stays as it is.
  var merged: Plan {
    var plan = mine
    var sides: [Subject: Side] = [:]
    for difference in differences { sides[difference.subject] = difference.side ?? .mine }
    if sides[.header] == .theirs { plan.header = theirs.header }
    plan.funds = Merge.merged(mine.funds, theirs.funds, \.id) { sides[.fund($0)] }
    plan.groups = Merge.merged(mine.groups, theirs.groups, \.id) { sides[.group($0)] }
    plan.lines = PlanLines(
      Merge.merged(Array(mine.lines), Array(theirs.lines), \.id) { sides[.line($0)] })
    return plan
  }

  /// Elements in the order of `mine`; those that only `theirs` has come after what is before them
  /// there.
  private static func merged<Element>(
    _ mine: [Element], _ theirs: [Element], _ id: (Element) -> String, _ side: (String) -> Side?
  ) -> [Element] {
    let others = Dictionary(theirs.map { (id($0), $0) }) { first, _ in first }
    var result = mine.compactMap { side(id($0)) == .theirs ? others[id($0)] : $0 }
    let own = Set(mine.map(id))
    var last: String?
    for element in theirs {
      if !own.contains(id(element)), side(id(element)) == .theirs {
        let place = last.flatMap { last in result.firstIndex { id($0) == last } }
        result.insert(element, at: place.map { $0 + 1 } ?? 0)
      }
      last = id(element)
    }
    return result
  }
}
