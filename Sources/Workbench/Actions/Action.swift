/// Everything that a user can ask for, by name.
public enum Action: String, CaseIterable, Sendable {
  case up, down, left, right
  case pageUp = "page-up"
  case pageDown = "page-down"
  case first, last
  case open, close
  case nextLine = "next-line"
  case previousLine = "previous-line"
  case nextField = "next-field"
  case previousField = "previous-field"
  case accept, toggle
  case addService = "add-service"
  case removeLine = "remove-line"
  case duplicateLine = "duplicate-line"
  case moveLineUp = "move-line-up"
  case moveLineDown = "move-line-down"
  case mark
  case markAll = "mark-all"
  case changeMarked = "change-marked"
  case addRecord = "add-record"
  case removeRecord = "remove-record"
  case fix, explain, waive
  case compareRoutes = "compare-routes"
  case nextFinding = "next-finding"
  case previousFinding = "previous-finding"
  case filter, sort
  case showAll = "show-all"
  case undo, redo, copy, write, quit, help, palette, theme
  case showPlan = "show-plan"
  case showBrowse = "show-browse"
  case showFindings = "show-findings"
  case showFunding = "show-funding"
  case showGroups = "show-groups"
  case showTrust = "show-trust"
  case showHistory = "show-history"
  case showPortfolio = "show-portfolio"
  case showPlans = "show-plans"
  case openPortfolio = "open-portfolio"
  case nextScreen = "next-screen"
  case addPlan = "add-plan"
  case nameVersion = "name-version"
  case restore, freeze
  case takeMine = "take-mine"
  case takeTheirs = "take-theirs"
  case switchPlace = "switch-place"
  case suspend, redraw
}
