import Procurement
import Validation

extension Assessment {
  /// What the plan's totals would become by edits, in words; nil where they cannot be carried out.
  mutating func totals(after edits: [Edit], near place: Int) -> String? {
    let before = TotalsInWords(self)
    return trying(edits, near: place) { TotalsInWords($0) }.map(before.changing)
  }
}

/// The totals of a plan that added lines may change.
private struct TotalsInWords {
  private static let names = ["unfunded", "errors", "trust", "cost"]
  private let figures: [String]

  init(_ assessment: borrowing Assessment) {
    let all = assessment.totals.all
    figures = [
      all.unfunded.grouped, "\(assessment.count(.error))", all.trustPayable.grouped,
      all.cost.grouped,
    ]
  }

  /// All of them, those that change with what they become.
  func changing(to other: TotalsInWords) -> String {
    figures.indices.map { place in
      let (old, new) = (figures[place], other.figures[place])
      return "\(TotalsInWords.names[place]) \(old)" + (old == new ? "" : " → \(new)")
    }.joined(separator: ", ")
  }
}
