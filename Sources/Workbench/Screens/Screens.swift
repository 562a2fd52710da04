import Procurement

/// The screens that there are, which of them is shown, and what each keeps.
struct Screens: Sendable {
  /// All screens in the order of their keys: a new one is entered here.
  static let standard: [any Screen] = [
    LinesScreen(), CatalogueScreen(), FindingsScreen(), FundsScreen(), GroupsScreen(),
    DetailsScreen(), HistoryScreen(), PortfolioScreen(), SummaryScreen(), PlansScreen(),
    DemandScreen(), ScenariosScreen(),
  ]

  let all: [any Screen]
  /// The screen that is shown.
  private(set) var shown: any Screen = LinesScreen()
  private var states: [ScreenName: any ScreenState] = [:]

  init(_ all: [any Screen], for programme: Programme) {
    self.all = all
    for screen in all { states[screen.name] = screen.initialState(for: programme) }
  }

  /// The screen of a name; nil where there is none.
  func screen(_ name: ScreenName) -> (any Screen)? { all.first { $0.name == name } }

  /// Shows another screen.
  mutating func show(_ name: ScreenName) {
    if let screen = screen(name) { shown = screen }
  }

  /// Forgets what the screens about a plan keep, since another plan is open.
  mutating func forgetPlan(_ programme: Programme) {
    for screen in all where screen.isAboutPlan {
      states[screen.name] = screen.initialState(for: programme)
    }
  }

  /// What a screen keeps; nil where there is no such screen.
  subscript<Kept: Screen>(_ screen: Kept.Type) -> Kept.State? {
    get { states[Kept.name] as? Kept.State }
    set { states[Kept.name] = newValue }
  }
}

extension WorkbenchProgram {
  /// The name of the screen that is shown.
  var screen: ScreenName {
    get { screens.shown.name }
    set { screens.show(newValue) }
  }

  /// What a screen keeps.
  subscript<Kept: Screen>(_ screen: Kept.Type) -> Kept.State {
    get {
      guard let state = screens[screen] else { fatalError("no screen `\(Kept.name.word)`") }
      return state
    }
    set { screens[screen] = newValue }
  }
}
