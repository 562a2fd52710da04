import Documents
import Procurement
import Text
import Validation

extension Shortage {
  /// The reason for missing money, for programs.
  func json(for plan: Plan) -> JSON {
    [
      "year": .text(year.description),
      "kinds": .texts(kinds.map(\.rawValue)),
      "lines": .list(
        parts.map { part in
          [
            "line": .text(plan.lines.read(part.line) { $0.id }),
            "kind": .text(part.kind.rawValue),
            "amount": .text(part.money.plain),
          ]
        }),
      "funds": .texts(funds.map { plan.funds[$0].id }),
      "needed": .text(needed.plain),
      "held": .text(held.plain),
      "missing": .text(missing.plain),
      "message": .text(words(in: plan)),
    ]
  }
}

extension Rearrangement {
  /// The better order, for programs: the new funds or the new place, from 1, of each line.
  var json: JSON {
    [
      "unfunded": .text(unfunded.plain),
      "changes": .list(edits.compactMap(\.orderJSON)),
      "message": .text(words),
    ]
  }
}

extension Edit {
  fileprivate var orderJSON: JSON? {
    switch self {
    case .set(line: let line, from: _, to: .funds(let funds)):
      ["line": .text(line), "funds": .texts(funds)]
    case .move(line: let line, from: _, to: let place):
      ["line": .text(line), "place": .integer(place + 1)]
    default: nil
    }
  }
}
