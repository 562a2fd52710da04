internal import Procurement
import Text

/// Builds the decision table, with messages for its faults.
extension ProgrammeReader {
  /// What the rows may name, and which kinds of line they must cover.
  private var outline: DecisionOutline {
    DecisionOutline(
      categories: categories.ids, plain: plain, withOptions: withOptions,
      routes: Route.allCases.filter { routes.index(of: $0.rawValue) != nil },
      options: PACSOption.allCases.filter { options.index(of: $0.rawValue) != nil })
  }

  /// Compiles the rows, and reports kinds of line that are not covered by exactly one row.
  ///
  /// Kinds of line that the programme does not have get the terms of a similar kind, but are not
  /// offered, so that a plan with such a line can still be judged.
  func compiled(at place: Place, faults: FaultCollector) -> DecisionTable {
    let outline = outline
    var (table, found) = DecisionTable.compiled(
      rows, categories: categories.ids.count, plain: plain, withOptions: withOptions)
    var gaps: [DecisionTable.Case] = []
    var overlaps: [Overlap] = []
    var places: [[Int]: Int] = [:]
    for fault in found {
      switch fault {
      case .gap(let kind) where outline.declares(kind):
        gaps.append(kind)
      case .gap(let kind):
        if let terms = table[outline.model(for: kind)] {
          table.fill(kind, with: terms.undeclared(for: kind.route))
        }
      case .overlap(let kind, let first, let second):
        if let known = places[[first, second]] {
          overlaps[known].count += 1
        } else {
          places[[first, second]] = overlaps.count
          overlaps.append(Overlap(kind: kind, first: first, second: second))
        }
      }
    }
    for overlap in overlaps {
      faults.add(words(for: overlap, outline), at: rowPlaces[overlap.second])
    }
    if isOutlined, areRowsRead {
      for words in outline.words(forGaps: gaps) {
        faults.add("no row covers \(words); add a row, or widen one", at: place)
      }
    }
    return table
  }

  private struct Overlap {
    var kind: DecisionTable.Case
    var first: Int
    var second: Int
    var count = 1
  }

  private func words(for overlap: Overlap, _ outline: DecisionOutline) -> String {
    let more = overlap.count - 1
    let others = more == 0 ? "" : " and \(counted(more, "more case"))"
    return "the row on line \(rowPlaces[overlap.first].line) already covers "
      + "\(outline.words(for: overlap.kind))\(others); narrow one of the two"
  }
}

extension Terms {
  /// The terms for a similar kind of line that the programme does not have.
  fileprivate func undeclared(for route: Route?) -> Terms {
    guard heedsRoute, route != nil else { return self }
    return Terms(supply: supply, payer: payer, isOffered: false)
  }
}

extension DecisionOutline {
  /// Gaps in words; those that differ only in route or need are combined.
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
