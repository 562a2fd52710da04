import Procurement
import Stores
import Validation

/// A portfolio that is open: its plans, the node whose parts are listed, and the rows of that list.
///
/// The workbench alone holds its assessment, which is changed in place: a copy of a million
/// lines for each key would be felt.
struct OpenPortfolio: Sendable {
  private(set) var assessment: PortfolioAssessment
  /// Where it was read from.
  let source: PortfolioSource
  /// The findings on several plans together, as they were when it was last shown.
  private(set) var findings: PortfolioFindings
  /// Whether plans have changed since.
  private var hasChanged = false
  /// What has been computed of the present state.
  private(set) var known = KnownPortfolio()
  /// How many plans were left out, since their trust has a later one.
  let earlier: Int
  /// The register of trusts; nil if there is none.
  let register: TrustRegister?
  /// How many registered trusts England and each cluster have plans of, by their nodes.
  private var coverages: [Int: TrustCoverage] = [:]
  /// Where each plan comes from.
  let origins: [PlanOrigin]
  /// What was left out when it was read, and why.
  let leftOut: [String]
  /// How often nodes have got other numbers.
  private(set) var revision = 0
  /// What is listed.
  var list = PortfolioList()
  /// The plan that is being edited; nil where that is none of these.
  private(set) var openPlan: Int?
  /// The plans with edits that are in the store and not in their documents.
  private(set) var unwritten: Set<Int>
  /// Those of them that were so before this session opened them: quitting does not ask about them.
  private var unwrittenBefore: Set<Int>

  /// A portfolio that was read; `left` are the plans that this session has left unwritten before.
  init(_ loaded: consuming LoadedPortfolio, from source: PortfolioSource, left: [PlanOrigin] = []) {
    assessment = loaded.assessment
    origins = loaded.origins
    leftOut = loaded.leftOut
    unwritten = loaded.unwritten
    let places = loaded.origins.indices.filter { left.contains(loaded.origins[$0]) }
    unwrittenBefore = loaded.unwritten.subtracting(places)
    earlier = loaded.earlier
    register = loaded.register
    findings = PortfolioFindings(on: loaded.assessment, loaded.register)
    self.source = source
    cover()
    list.place.node = top
    arrange()
  }

  var tree: PortfolioTree { assessment.tree }
  var index: ProgrammeIndex { assessment.index }

  /// The open node and all above it, England first.
  var path: [Int] { path(to: node) }

  /// The nodes above the plan that is being edited, England first; none where there is none.
  var levelsAbovePlan: [Int] {
    openPlan.map { Array(path(to: tree.node(ofPlan: $0)).dropLast()) } ?? []
  }

  func path(to node: Int) -> [Int] {
    Array(sequence(first: node) { tree.nodes[$0].parent }.reversed())
  }

  /// How many registered trusts England or a cluster has plans of; nil for other nodes, and without
  /// a register.
  func coverage(of node: Int) -> TrustCoverage? { coverages[node] }

  /// Counts the registered trusts anew, after the tree has changed.
  private mutating func cover() {
    coverages = [:]
    guard let register else { return }
    let all = tree.trustCodes(of: 0)
    coverages[0] = register.coverage(of: all)
    for node in tree.nodes(.cluster) {
      coverages[node] = register.coverage(
        of: tree.trustCodes(of: node), in: tree.nodes[node].name, ofAll: all)
    }
  }

  // MARK: Findings

  /// Judges the plans together again, if one of them has changed.
  mutating func refresh() {
    guard hasChanged else { return }
    hasChanged = false
    findings = PortfolioFindings(on: assessment, register)
    known = KnownPortfolio()
  }

  /// Notes that a plan has changed.
  private mutating func noteChange() {
    hasChanged = true
    known = KnownPortfolio()
  }

  /// What is shown of a plan at a precision, as a part of the levels above it.
  func split(ofPlan plan: Int, at precision: MoneyPrecision) -> Split {
    let node = tree.node(ofPlan: plan)
    return NodeFigures(self, precision).split(of: node)
  }

  // MARK: The plan that is edited

  /// The plan that a store has by a number, or that a document is; nil where none is.
  func plan(_ number: PlanNumber?, _ document: String?) -> Int? {
    origins.firstIndex { origin in
      if case .stored(let stored) = origin { return stored == number }
      return document != nil && origin.documentName == document
    }
  }

  /// A plan as it was read from its table: documents and stores are read again for editing.
  func part(ofPlan plan: Int) -> Plan? {
    isPart(plan) ? assessment.plan(at: plan) : nil
  }

  /// Sets the plan that is edited from now on, in its present state, or none.
  ///
  /// Returns false where the money would be more than can be counted.
  @discardableResult
  mutating func begin(on place: Int?, _ plan: Plan) -> Bool {
    openPlan = place
    noteChange()
    // A part of a table that nobody has edited is what the portfolio has already.
    guard let place, assessment.plan(at: place) != plan else { return true }
    return keepingPosition { $0.replace(plan, at: place) }
  }

  /// Takes note of whether the plan that is edited is written to its document.
  mutating func note(isWritten: Bool) {
    guard let openPlan else { return }
    unwrittenBefore.remove(openPlan)
    if isWritten { unwritten.remove(openPlan) } else { unwritten.insert(openPlan) }
  }

  /// How many documents but the open one were left unwritten in this session; edits of parts of a table
  /// are kept in the store alone.
  var leftUnwritten: Int { placesLeftUnwritten.count { $0 != openPlan } }

  /// The documents that this session has changed and not written.
  var originsLeftUnwritten: [PlanOrigin] { placesLeftUnwritten.map { origins[$0] } }

  private var placesLeftUnwritten: Set<Int> {
    unwritten.subtracting(unwrittenBefore).filter { !isPart($0) }
  }

  /// Whether the open plan is a part of a table.
  var isPartOpen: Bool { openPlan.map(isPart) ?? false }

  private func isPart(_ plan: Int) -> Bool { if case .part = origins[plan] { true } else { false } }

  /// Lets edits of the plan that is open go into the sums of all above it; `plan` is what they lead
  /// to.
  ///
  /// Returns false, and changes nothing, where the money would be more than can be counted.
  mutating func follow(_ edits: [Edit], near hint: Int, to plan: Plan) -> Bool {
    guard let openPlan else { return true }
    noteChange()
    guard edits.count <= OpenPortfolio.followed else {
      return keepingPosition { $0.replace(plan, at: openPlan) }
    }
    let change: (inout PortfolioAssessment) -> Bool = { assessment in
      for (number, edit) in edits.enumerated()
      where !assessment.apply(edit, toPlan: openPlan, near: hint) {
        for done in edits[..<number].reversed() {
          assessment.apply(done.inverse, toPlan: openPlan, near: hint)
        }
        return false
      }
      return true
    }
    return edits.contains(where: \.isOfHead) ? keepingPosition(change) : change(&assessment)
  }

  /// The most edits that are followed one by one.
  private static let followed = 64

  /// Makes a change after which nodes may have other numbers; what is listed stays what it was.
  private mutating func keepingPosition(_ change: (inout PortfolioAssessment) -> Bool) -> Bool {
    let level = tree.nodes[node].level
    let anchor = self.anchor(of: node)
    let focusedPlan = focused.flatMap { self.anchor(of: $0) }
    let nodes = tree.nodes
    guard change(&assessment) else { return false }
    guard tree.nodes != nodes else { return true }
    let kept = anchor.map { path(to: tree.node(ofPlan: $0))[level.rawValue] } ?? 0
    revision += 1
    list.place.node = max(kept, top)
    cover()
    arrange()
    if let focusedPlan {
      let path = path(to: tree.node(ofPlan: focusedPlan))
      focus.index = rows.firstIndex(where: path.contains) ?? focus.index
    }
    return true
  }

  /// A plan below a node, by which it is found again: the one that is edited last, as it may move.
  private func anchor(of node: Int) -> Int? {
    var plans: [Int] = []
    var waiting = [node]
    while let next = waiting.popLast(), plans.count < 2 {
      if let plan = tree.nodes[next].plan { plans.append(plan) }
      waiting += tree.nodes[next].children
    }
    return plans.first { $0 != openPlan } ?? plans.first
  }
}

extension Edit {
  /// Whether it changes title, trust or years.
  fileprivate var isOfHead: Bool { if case .header = self { true } else { false } }
}
