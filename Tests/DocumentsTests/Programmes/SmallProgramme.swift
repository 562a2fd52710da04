import Documents
import Procurement
import Testing

/// A small programme for tests that break it in every way.
enum SmallProgramme {
  static let text = """
    calloff-programme: 1
    id: small
    title: A small programme
    providers:
      - {id: one, name: One}
      - {id: two, name: Two}
    clusters:
      - {id: north, name: North, lsp: one, source: notice}
      - {id: south, name: South, lsp: two}
    routes:
      - {route: programme, meaning: given}
      - {route: open, meaning: bought}
    pacs_options:
      - {option: basic, meaning: some}
      - {option: entire, meaning: all}
    categories:
      - {id: core, name: Core, meaning: must}
      - {id: extra, name: Extra, meaning: may}
      - {id: rest, name: Rest, meaning: other, unlisted: true}
    services:
      - {id: core.letters, label: Letters}
      - {id: extra.pacs, label: Pictures, pacs_options: true}
    decisions:
      - {category: core, need: new, route: any, supply: exclusive, payer: programme}
      - {category: core, need: retain, route: any, supply: not-engaged, payer: trust,
         ignores_route: true, conditions: [spine-connected]}
      - {category: extra, option: [missing, basic], route: any, supply: non-exclusive, payer: trust}
      - {category: extra, option: entire, route: [none, open], supply: non-exclusive, payer: trust}
      - {category: extra, option: entire, route: programme, supply: non-exclusive, payer: trust,
         offered: false}
      - {category: rest, route: any, supply: non-exclusive, payer: trust}
    clauses:
      - {id: first, section: One, paragraph: 1, text: So it is, findings: [S101, S102]}
    figures:
      - {id: sum, meaning: all of it, money: 12.50, year: 2004-05, source: notice}
    sources:
      - {id: notice, title: A notice, confidence: confirmed}

    """

  /// The faults after a part of the programme, which must occur once, is replaced.
  static func faults(replacing part: String, with other: String) throws -> [String] {
    let pieces = split(text, at: part)
    try #require(pieces.count == 2, "`\(part)` must be there once")
    return faults(of: pieces.joined(separator: other))
  }

  /// The faults of a programme document.
  static func faults(of text: String) -> [String] {
    do throws(FaultList) {
      _ = try Programme.read(Array(text.utf8))
      return []
    } catch {
      return error.faults.map { "\($0.place): \($0.message)" }
    }
  }

  private static func split(_ text: String, at part: String) -> [String] {
    var pieces: [String] = []
    var rest = text[...]
    while let range = rest.firstRange(of: part) {
      pieces.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return pieces + [String(rest)]
  }
}

extension Programme {
  /// The terms for a line of the category with an id.
  func terms(
    _ category: String, _ option: Decision.OptionCase, _ need: Need, _ route: Route?
  ) throws -> Terms {
    let index = try #require(categories.firstIndex { $0.id == category })
    return try #require(
      decisions[DecisionTable.Case(category: index, option: option, need: need, route: route)])
  }
}
