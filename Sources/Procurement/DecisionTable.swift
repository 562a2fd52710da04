/// The terms on which one kind of line is supplied.
public struct Terms: Hashable, Sendable {
  /// A condition that a line on these terms must meet.
  public enum Condition: String, CaseIterable, Sendable {
    /// It is bought with a group, at the facility of an LSP (S103 to S105).
    case group
    /// Its supplier should not be an LSP; a note where it is one (S106).
    case thirdParty = "third-party"
    /// The LSP of the trust's cluster supplies it; otherwise the trust pays (P107).
    case clusterLSP = "cluster-lsp"
    /// It meets the care records standards, unless an LSP supplies it (P101).
    case interoperable
    /// It is justified, unless an LSP supplies it (P102).
    case justified
    /// It is connected to the Spine (S107).
    case spineConnected = "spine-connected"
  }

  /// Who may supply it.
  public var supply: Supply
  /// Who pays, where the cluster's LSP supplies what only it may supply on these terms.
  public var payer: Payer
  /// Whether the category or option is supplied by the route (S102 if it is not).
  public var isOffered: Bool
  /// Whether the route matters: a line on terms that ignore it can do without route and supplier.
  public var heedsRoute: Bool
  /// What else the line must meet.
  public var conditions: Set<Condition>

  /// Terms of supply.
  public init(
    supply: Supply, payer: Payer, isOffered: Bool, heedsRoute: Bool = true,
    conditions: Set<Condition> = []
  ) {
    self.supply = supply
    self.payer = payer
    self.isOffered = isOffered
    self.heedsRoute = heedsRoute
    self.conditions = conditions
  }
}

/// One row of a programme's decision table: a set of cases and their terms.
public struct Decision: Hashable, Sendable {
  /// The PACS option of a line, or why it does not have one.
  public enum OptionCase: Hashable, Sendable {
    /// A line for a service without options.
    case plain
    /// A line for a service with options that does not name one.
    case missing
    /// A line with an option.
    case option(PACSOption)

    /// Every case, in the order of the table's cells.
    public static let all: [OptionCase] = [.plain, .missing] + PACSOption.allCases.map(option)
  }

  /// The index of the category in the programme.
  public var category: Int
  /// The option cases it is for.
  public var options: [OptionCase]
  /// The needs it is for.
  public var needs: [Need]
  /// The routes it is for; nil means a line without a route.
  public var routes: [Route?]
  /// The terms of these cases.
  public var terms: Terms

  /// A row of the table.
  public init(
    category: Int, options: [OptionCase], needs: [Need], routes: [Route?], terms: Terms
  ) {
    self.category = category
    self.options = options
    self.needs = needs
    self.routes = routes
    self.terms = terms
  }
}

/// The terms of supply for every kind of line: the decisions compiled into one array.
///
/// A cell is found by arithmetic: category, then option case, need and route.
public struct DecisionTable: Hashable, Sendable {
  /// One kind of line.
  public struct Case: Hashable, Sendable {
    /// The index of the category.
    public var category: Int
    /// The option, or why there is none.
    public var option: Decision.OptionCase
    /// New or retained.
    public var need: Need
    /// The route, if any.
    public var route: Route?

    /// A kind of line.
    public init(category: Int, option: Decision.OptionCase, need: Need, route: Route?) {
      self.category = category
      self.option = option
      self.need = need
      self.route = route
    }

    fileprivate static let needs = Need.allCases
    fileprivate static let routes: [Route?] = [nil] + Route.allCases.map(Optional.some)
    fileprivate static let perCategory =
      Decision.OptionCase.all.count * needs.count * routes.count

    /// The place of its terms in the table.
    package var cell: Int {
      ((category * 5 + option.ordinal) * 2 + (need == .new ? 0 : 1)) * 4 + Case.ordinal(route)
    }

    private static func ordinal(_ route: Route?) -> Int {
      switch route {
      case nil: 0
      case .programme?: 1
      case .calloff?: 2
      case .open?: 3
      }
    }
  }

  /// What is wrong with a list of decisions.
  public enum Fault: Error, Hashable, Sendable {
    /// This case is missing.
    case gap(Case)
    /// Two rows, by their places in the list, have this case.
    case overlap(Case, first: Int, second: Int)
  }

  /// The rows as given.
  public let decisions: [Decision]
  /// The terms of every kind of line, by its cell.
  package private(set) var cells: [Terms?]

  /// Compiles rows for `categories`, of which `withOptions` have a service with PACS options and
  /// `plain` one without; returns the faults together with what could be compiled.
  public static func compiled(
    _ decisions: [Decision], categories: Int, plain: Set<Int>, withOptions: Set<Int>
  ) -> (table: DecisionTable, faults: [Fault]) {
    var cells = [Terms?](repeating: nil, count: categories * Case.perCategory)
    var owners = [Int?](repeating: nil, count: cells.count)
    var faults: [Fault] = []
    for (row, decision) in decisions.enumerated() {
      for kind in decision.cases {
        if let owner = owners[kind.cell] {
          faults.append(.overlap(kind, first: owner, second: row))
        } else {
          owners[kind.cell] = row
          cells[kind.cell] = decision.terms
        }
      }
    }
    for category in 0..<categories {
      for option in Decision.OptionCase.all
      where option == .plain ? plain.contains(category) : withOptions.contains(category) {
        for need in Case.needs {
          for route in Case.routes {
            let kind = Case(category: category, option: option, need: need, route: route)
            if owners[kind.cell] == nil { faults.append(.gap(kind)) }
          }
        }
      }
    }
    return (DecisionTable(decisions: decisions, cells: cells), faults)
  }

  private init(decisions: [Decision], cells: [Terms?]) {
    self.decisions = decisions
    self.cells = cells
  }

  /// Sets terms for a kind of line that a programme leaves out on purpose.
  public mutating func fill(_ kind: Case, with terms: Terms) {
    if cells[kind.cell] == nil { cells[kind.cell] = terms }
  }

  /// The terms for a kind of line; nil only if the programme does not have a service of that kind.
  public subscript(kind: Case) -> Terms? { cells[kind.cell] }
}

extension Decision.OptionCase {
  fileprivate var ordinal: Int {
    switch self {
    case .plain: 0
    case .missing: 1
    case .option(.basic): 2
    case .option(.features): 3
    case .option(.entire): 4
    }
  }
}

extension Decision {
  fileprivate var cases: [DecisionTable.Case] {
    options.flatMap { option in
      needs.flatMap { need in
        routes.map { route in
          DecisionTable.Case(category: category, option: option, need: need, route: route)
        }
      }
    }
  }
}
