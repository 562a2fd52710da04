import Procurement

extension ScreenName {
  static let details = ScreenName("details")
}

/// The plan's title, trust, years and date.
struct DetailsScreen: PropertyScreen {
  static let name = ScreenName.details
  let title = "plan details"
  let shortcut: ScreenShortcut? = ScreenShortcut(
    .showTrust, "the plan's title, trust, years and date", "6", "Details", "Det")

  func properties(of plan: Plan) -> [Property] {
    [.title, .trustCode, .trustName, .trustKind, .trustCluster, .years, .asOf]
  }
}
