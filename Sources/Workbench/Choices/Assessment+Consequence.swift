import Procurement
import Validation

extension Assessment {
  /// The most edits whose consequence is worked out while somebody looks at a choice.
  static let foreseen = 200

  /// What edits change, and what the plan's sums become, in words.
  mutating func consequence(ofEdits edits: [Edit], near place: Int) -> String {
    guard !edits.isEmpty else { return "" }
    guard edits.count <= Assessment.foreseen else { return Assessment.summary(of: edits, plan) }
    let before = PlanSums(self)
    let words = Assessment.summary(of: edits, plan)
    guard let after = trying(edits, near: place, { PlanSums($0) }) else {
      return "cannot be done: the plan's money could not be added up any more"
    }
    return "\(words); \(before.changes(to: after))"
  }

  private static func summary(of edits: [Edit], _ plan: Plan) -> String {
    var phrases: [(text: String, count: Int)] = []
    for edit in edits where !edit.isIdle {
      let text = phrase(for: edit, plan)
      if let known = phrases.firstIndex(where: { $0.text == text }) {
        phrases[known].count += 1
      } else {
        phrases.append((text, 1))
      }
    }
    if phrases.isEmpty { return "changes nothing" }
    let more = phrases.count > 4 ? " and \(phrases.count - 4) more changes" : ""
    return phrases.prefix(4).map { $0.count == 1 ? $0.text : "\($0.text) (\($0.count) times)" }
      .joined(separator: ", ") + more
  }

  private static func phrase(for edit: Edit, _ plan: Plan) -> String {
    switch edit {
    case .set(line: let id, from: let old, to: let new):
      let field = FormField(of: new)
      let line = PlanLine(id: id, service: "")
      let texts = [old, new].map { line.setting($0).text(of: field) }.map {
        $0.isEmpty ? "none" : $0
      }
      return "\(field.title) \(texts[0]) → \(texts[1])"
    case .insert(let line, at: _): return "adds \(line.id)"
    case .remove(let line, at: _): return "removes \(line.id)"
    case .move(line: let id, from: _, to: let place): return "moves \(id) to row \(place + 1)"
    case .fund(at: _, from: let old, to: let new):
      return "changes fund \(new?.id ?? old?.id ?? "")"
    case .group(at: _, from: let old, to: let new):
      return "changes group \(new?.id ?? old?.id ?? "")"
    case .header: return "changes the plan's head"
    }
  }
}

/// The sums of a plan that an edit may change.
private struct PlanSums: Hashable {
  let amounts: [Money]
  let counts: [Int]
  private static let amountNames = ["programme", "trust", "unfunded"]
  private static let countNames = ["errors", "warnings"]

  init(_ assessment: borrowing Assessment) {
    let all = assessment.totals.all
    amounts = [all.programmeFunded, all.trustPayable, all.unfunded]
    counts = [assessment.count(.error), assessment.count(.warning)]
  }

  func changes(to other: PlanSums) -> String {
    let countWords = counts.indices.compactMap { place -> String? in
      PlanSums.change(PlanSums.countNames[place], "\(counts[place])", "\(other.counts[place])")
    }
    let amountWords = amounts.indices.compactMap { place -> String? in
      PlanSums.change(
        PlanSums.amountNames[place], amounts[place].grouped, other.amounts[place].grouped)
    }
    let all = countWords + amountWords
    return all.isEmpty ? "the plan's sums stay" : "the plan: \(all.joined(separator: ", "))"
  }

  private static func change(_ name: String, _ old: String, _ new: String) -> String? {
    old == new ? nil : "\(name) \(old) → \(new)"
  }
}
