/// Everything that a user can ask for, by name, in the order in which help lists it.
public enum Action: String, CaseIterable, Sendable {
  case open, accept
  case switchPlace = "switch-place"
  case readColumns = "read-columns"
  case addAsNew = "add-as-new"
  case takeMine = "take-mine"
  case takeTheirs = "take-theirs"
  case toggle, close
  case up, down, left, right
  case pageUp = "page-up"
  case pageDown = "page-down"
  case first, last
  case nextField = "next-field"
  case previousField = "previous-field"
  case nextLine = "next-line"
  case previousLine = "previous-line"
  case addService = "add-service"
  case importFile = "import-file"
  case removeLine = "remove-line"
  case duplicateLine = "duplicate-line"
  case moveLineUp = "move-line-up"
  case moveLineDown = "move-line-down"
  case switchYears = "switch-years"
  case fillRight = "fill-right"
  case mark
  case markAll = "mark-all"
  case changeMarked = "change-marked"
  case addRecord = "add-record"
  case removeRecord = "remove-record"
  case listLines = "list-lines"
  case chooseRegion = "choose-region"
  case addPlan = "add-plan"
  case copyPlan = "copy-plan"
  case renamePlan = "rename-plan"
  case archivePlan = "archive-plan"
  case deletePlan = "delete-plan"
  case choosePlan = "choose-plan"
  case showScenarios = "show-scenarios"
  case addScenario = "add-scenario"
  case promote, compare
  case tryOut = "try-out"
  case scale
  case undo, redo, restore
  case nameVersion = "name-version"
  case freeze, fix
  case fixAll = "fix-all"
  case compareRoutes = "compare-routes"
  case showAlternatives = "show-alternatives"
  case chooseAlternative = "choose-alternative"
  case removeAlternative = "remove-alternative"
  case explain, waive
  case nextFinding = "next-finding"
  case previousFinding = "previous-finding"
  case filter
  case showAll = "show-all"
  case allFields = "all-fields"
  case chooseColumns = "choose-columns"
  case sort
  case sortAscending = "sort-ascending"
  case sortDescending = "sort-descending"
  case copy, write
  case writeReport = "write-report"
  case showPlan = "show-plan"
  case showBrowse = "show-browse"
  case showFindings = "show-findings"
  case showFunding = "show-funding"
  case showGroups = "show-groups"
  case showTrust = "show-trust"
  case showHistory = "show-history"
  case showPortfolio = "show-portfolio"
  case showSummary = "show-summary"
  case showDemand = "show-demand"
  case allTrusts = "all-trusts"
  case yearBars = "year-bars"
  case openPortfolio = "open-portfolio"
  case latestPlans = "latest-plans"
  case showPlans = "show-plans"
  case nextScreen = "next-screen"
  case previousScreen = "previous-screen"
  case palette, help, theme, quit, suspend, redraw
}
