internal import Procurement
import Text

/// What the decision rows of a programme may name, and which kinds of line they must cover.
struct DecisionOutline {
  /// Ids of the categories, in order.
  var categories: [String]
  /// Indices of categories with a service without PACS options.
  var plain: Set<Int>
  /// Indices of categories with a service with PACS options.
  var withOptions: Set<Int>
  /// The routes of the programme.
  var routes: [Route]
  /// The PACS options of the programme.
  var options: [PACSOption]

  /// The routes that rows must cover: none, and those of the programme.
  var lineRoutes: [Route?] { [nil] + routes.map(Optional.some) }

  /// The option cases that rows must cover for a category.
  func optionCases(of category: Int) -> [Decision.OptionCase] {
    var cases: [Decision.OptionCase] = plain.contains(category) ? [.plain] : []
    if withOptions.contains(category) { cases += [.missing] + options.map { .option($0) } }
    return cases
  }

  /// Whether rows must cover a kind of line.
  func declares(_ kind: DecisionTable.Case) -> Bool {
    declares(kind.option) && lineRoutes.contains(kind.route)
  }

  /// The kind of line of the programme whose terms apply to another kind.
  func model(for kind: DecisionTable.Case) -> DecisionTable.Case {
    var model = kind
    if !declares(kind.option) { model.option = .missing }
    if !lineRoutes.contains(kind.route) { model.route = nil }
    return model
  }

  private func declares(_ option: Decision.OptionCase) -> Bool {
    guard case .option(let option) = option else { return true }
    return options.contains(option)
  }
}

extension DecisionOutline {
  /// A kind of line in words: "`core`, need `new`, route `open`".
  func words(for kind: DecisionTable.Case) -> String {
    words(for: kind, needs: [kind.need], routes: [kind.route])
  }

  /// All kinds of line with the category and option of one, in words.
  ///
  /// Needs and routes are left out if they are all of them.
  func words(
    for kind: DecisionTable.Case, needs: [Need], routes named: [Route?]
  ) -> String {
    var parts = [quoted(categories[kind.category])]
    if kind.option != .plain || withOptions.contains(kind.category) {
      parts.append("option \(quoted(kind.option.word))")
    }
    if needs.count < Need.allCases.count {
      parts.append("need \(series(needs.map { quoted($0.rawValue) }, "or"))")
    }
    if named.count < lineRoutes.count {
      let words = named.map { quoted($0?.rawValue ?? Route.noneWord) }
      parts.append("route \(series(words, "or"))")
    }
    return parts.joined(separator: ", ")
  }
}
