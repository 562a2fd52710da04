internal import Procurement

/// What the decision rows of a programme may name, and which kinds of line they must decide.
struct DecisionOutline {
  /// Ids of the categories, in order.
  var categories: [String]
  /// Indices of categories with a service that has no PACS options.
  var plain: Set<Int>
  /// Indices of categories with a service that has them.
  var withOptions: Set<Int>
  /// The routes that the programme declares.
  var routes: [Route]
  /// The PACS options that it declares.
  var options: [PACSOption]

  /// The routes that rows must decide: none, and the declared ones.
  var lineRoutes: [Route?] { [nil] + routes.map(Optional.some) }

  /// The option cases that rows must decide for a category.
  func optionCases(of category: Int) -> [Decision.OptionCase] {
    var cases: [Decision.OptionCase] = plain.contains(category) ? [.plain] : []
    if withOptions.contains(category) { cases += [.missing] + options.map { .option($0) } }
    return cases
  }

  /// Whether rows must decide that kind of line.
  func declares(_ kind: DecisionTable.Case) -> Bool {
    declares(kind.option) && lineRoutes.contains(kind.route)
  }

  /// The declared kind of line whose terms hold for an undeclared one.
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

  /// All kinds of line that have the category and option of one, in words.
  ///
  /// Needs or routes that are all there are go without saying.
  func words(
    for kind: DecisionTable.Case, needs: [Need], routes named: [Route?]
  ) -> String {
    var parts = [quoted(categories[kind.category])]
    if kind.option != .plain || withOptions.contains(kind.category) {
      parts.append("option \(quoted(kind.option.word))")
    }
    if needs.count < Need.allCases.count {
      parts.append("need \(needs.map { quoted($0.rawValue) }.joined(separator: " or "))")
    }
    if named.count < lineRoutes.count {
      let words = named.map { quoted($0?.rawValue ?? Route.noneWord) }
      parts.append("route \(words.joined(separator: " or "))")
    }
    return parts.joined(separator: ", ")
  }
}

extension Decision.OptionCase {
  /// The word by which a row names the case.
  var word: String {
    switch self {
    case .plain: "plain"
    case .missing: "missing"
    case .option(let option): option.rawValue
    }
  }
}

extension Route {
  /// The word by which a row names a line without a route.
  static let noneWord = "none"
}
