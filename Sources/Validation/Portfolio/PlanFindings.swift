import Procurement

/// The findings on a plan that are on no line.
struct PlanFindings: Hashable, Sendable {
  /// Those that count.
  let unwaived: FindingSet
  /// Those that the plan waives.
  let waived: FindingSet
}

extension JudgedPlan {
  /// The findings on the plan that are on no line.
  var planFindings: PlanFindings {
    let waivers = FindingSet(plan.header.waivers.map(\.code))
    let findings = judgement.planFindings
    return PlanFindings(
      unwaived: findings.subtracting(waivers), waived: findings.intersection(waivers))
  }
}

/// How many findings on no line the plans of each node of a tree have.
struct PlanFindingTable: Sendable {
  private static let codes = Rulebook.planRules.map(\.code)

  /// Node after node: a count for each code, then one of waived findings.
  private var counts: [Int]

  /// None yet, for so many nodes.
  init(nodes: Int) {
    counts = Array(repeating: 0, count: nodes * (PlanFindingTable.codes.count + 1))
  }

  /// Adds the findings of a plan to a node; `sign` -1 takes them away.
  mutating func add(_ findings: PlanFindings, to node: Int, sign: Int) {
    let first = node * (PlanFindingTable.codes.count + 1)
    for (place, code) in PlanFindingTable.codes.enumerated()
    where findings.unwaived.contains(code) {
      counts[first + place] += sign
    }
    counts[first + PlanFindingTable.codes.count] += sign * findings.waived.count
  }

  /// Counts the findings of a node among other sums.
  func count(_ node: Int, in sums: inout LineSums) {
    let first = node * (PlanFindingTable.codes.count + 1)
    for (place, code) in PlanFindingTable.codes.enumerated() {
      sums.count(code, counts[first + place])
    }
    sums.countWaived(counts[first + PlanFindingTable.codes.count])
  }
}
