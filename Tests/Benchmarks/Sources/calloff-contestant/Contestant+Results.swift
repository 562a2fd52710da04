import Procurement
import Validation

extension Contestant {
  /// The contract's order of codes: of supply, PACS, funds and the catalogue.
  private static let codes = ["S", "P", "F", "C"].flatMap { letter in
    FindingCode.allCases.filter { $0.rawValue.hasPrefix(letter) }
  }

  /// Totals as rows, as `protocol.py` writes them.
  var result: [UInt8] {
    guard let assessment else { return [] }
    let codes = Contestant.codes
    var text =
      "trust,cost,programme,payable,covered,unfunded,exclusive,non_exclusive,not_engaged,"
      + codes.map(\.rawValue).joined(separator: ",") + "\n"
    for node in assessment.tree.nodes.indices where assessment.tree.nodes[node].level == .plan {
      let sums = assessment.sums(of: node)
      let name = assessment.tree.nodes[node].parent.map { assessment.tree.nodes[$0].name } ?? ""
      let lines = [Supply.exclusive, .nonExclusive, .notEngaged].map(sums.lines)
      text += row(name, sums.split.row + (lines + codes.map { sums.findings($0) }).map(Int64.init))
    }
    for (place, category) in assessment.index.programme.categories.enumerated() {
      text += row(category.id, assessment.sums(of: 0, category: place).split.row)
    }
    return Array(text.utf8)
  }

  private func row(_ name: String, _ numbers: [Int64]) -> String {
    name + "," + numbers.map(String.init).joined(separator: ",") + "\n"
  }

  /// The findings of all lines, four bytes each, the lowest first.
  var flags: [UInt8] {
    guard let assessment else { return [] }
    var bytes: [UInt8] = []
    for plan in 0..<assessment.planCount {
      for verdict in assessment.verdicts(ofPlan: plan) {
        var flags: UInt32 = 0
        for (bit, code) in Contestant.codes.enumerated() where verdict.findings.contains(code) {
          flags |= 1 << UInt32(bit)
        }
        withUnsafeBytes(of: flags.littleEndian) { bytes += $0 }
      }
    }
    return bytes
  }
}

extension Split {
  fileprivate var row: [Int64] {
    [cost, programmeFunded, trustPayable, covered, unfunded].map(\.pence)
  }
}
