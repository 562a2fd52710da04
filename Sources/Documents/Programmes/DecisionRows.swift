internal import Procurement

/// Decision rows with where they stand.
struct DecisionRows {
  /// The rows, as far as they could be read.
  var rows: [Decision] = []
  /// Where each of them stands.
  var places: [Place] = []
  /// Where the key `decisions` stands.
  var place: Place

  /// Compiles the rows, saying which kinds of line no row or more than one decides.
  ///
  /// Kinds of line that the programme does not declare get terms of their own: those of the kind
  /// they are modelled on, but not offered, so that a plan which names them is still judged.
  func compiled(for outline: DecisionOutline, faults: inout FaultList) -> DecisionTable {
    var (table, found) = DecisionTable.compiled(
      rows, categories: outline.categories.count, plain: outline.plain,
      withOptions: outline.withOptions)
    var gaps: [DecisionTable.Case] = []
    var overlaps: [Overlap] = []
    for fault in found {
      switch fault {
      case .gap(let kind) where outline.declares(kind):
        gaps.append(kind)
      case .gap(let kind):
        if let terms = table[outline.model(for: kind)] {
          table.fill(kind, with: terms.undeclared(for: kind.route))
        }
      case .overlap(let kind, let first, let second):
        if let known = overlaps.firstIndex(where: { ($0.first, $0.second) == (first, second) }) {
          overlaps[known].count += 1
        } else {
          overlaps.append(Overlap(kind: kind, first: first, second: second))
        }
      }
    }
    for overlap in overlaps { faults.add(fault(for: overlap, outline: outline)) }
    for words in outline.words(forGaps: gaps) {
      faults.add(
        Fault(place: place, message: "no row is for \(words); add one, or widen one that is there"))
    }
    return table
  }

  private struct Overlap {
    var kind: DecisionTable.Case
    var first: Int
    var second: Int
    var count = 1
  }

  private func fault(for overlap: Overlap, outline: DecisionOutline) -> Fault {
    let more = overlap.count - 1
    let others = more == 0 ? "" : " and \(more) more \(more == 1 ? "case" : "cases")"
    return Fault(
      place: places[overlap.second],
      message: "the row on line \(places[overlap.first].line) is for "
        + "\(outline.words(for: overlap.kind))\(others) already; narrow one of the two")
  }
}

extension Terms {
  /// The terms for a kind of line that is modelled on these but not declared.
  fileprivate func undeclared(for route: Route?) -> Terms {
    guard heedsRoute, route != nil else { return self }
    return Terms(supply: supply, payer: payer, isOffered: false)
  }
}

extension DecisionOutline {
  /// Gaps in words, those that differ in route or need alone taken together.
  fileprivate func words(forGaps gaps: [DecisionTable.Case]) -> [String] {
    var groups: [(kind: DecisionTable.Case, needs: [Need], routes: [Route?])] = []
    for category in categories.indices {
      for option in optionCases(of: category) {
        let first = groups.endIndex
        for need in Need.allCases {
          let kinds = gaps.filter {
            $0.category == category && $0.option == option && $0.need == need
          }
          guard let kind = kinds.first else { continue }
          let routes = kinds.map(\.route)
          if first < groups.endIndex, groups[first].routes == routes {
            groups[first].needs.append(need)
          } else {
            groups.append((kind, [need], routes))
          }
        }
      }
    }
    return groups.map { words(for: $0.kind, needs: $0.needs, routes: $0.routes) }
  }
}
