extension Action {
  /// Other words by which users look for an action, beside its name and its title.
  var synonyms: [String] { Action.allSynonyms[self] ?? [] }

  private static let allSynonyms: [Action: [String]] = [
    .open: ["edit", "change", "modify", "view"],
    .close: ["back", "cancel", "abort"],
    .accept: ["confirm", "apply", "ok"],
    .toggle: ["select", "tick", "check"],
    .addService: ["new line", "add line", "insert", "create"],
    .removeLine: ["delete", "erase", "drop", "cut"],
    .duplicateLine: ["duplicate", "clone", "copy line", "repeat"],
    .moveLineUp: ["raise", "earlier", "reorder"],
    .moveLineDown: ["lower", "later", "reorder"],
    .mark: ["select", "tick", "unmark"],
    .markAll: ["select all", "unmark all"],
    .changeMarked: ["bulk", "batch", "change selected", "edit selected"],
    .addRecord: ["new fund", "new group", "insert", "create"],
    .removeRecord: ["delete fund", "delete group", "delete", "erase"],
    .fix: ["repair", "correct", "resolve", "solve"],
    .explain: ["why", "reason", "details", "info"],
    .waive: ["ignore", "suppress", "accept finding", "dismiss"],
    .compareRoutes: ["options", "routes", "alternatives"],
    .nextFinding: ["next error", "next problem"],
    .previousFinding: ["previous error", "previous problem", "previous finding"],
    .filter: ["search", "find", "query", "grep"],
    .sort: ["order", "rank", "arrange"],
    .showAll: ["clear filter", "clear sort", "clear marks", "reset"],
    .undo: ["revert", "take back"],
    .redo: ["repeat", "again"],
    .copy: ["export", "csv", "excel", "spreadsheet", "yank"],
    .write: ["save", "save as", "export", "store"],
    .quit: ["exit", "leave", "close", "end"],
    .help: ["shortcuts", "key bindings", "commands", "manual"],
    .theme: ["colours", "colors", "dark", "light", "appearance"],
    .showPlan: ["lines", "home"],
    .showBrowse: ["programme", "services", "catalogue", "clusters"],
    .showFindings: ["errors", "warnings", "problems", "issues"],
    .showFunding: ["funding", "money", "budget", "capital", "revenue"],
    .showGroups: ["call-off groups", "members"],
    .showTrust: ["plan details", "rename plan", "properties"],
    .showHistory: ["history", "log", "journal", "changes", "versions"],
    .showPortfolio: ["summary", "totals by trust", "overview"],
    .showPlans: ["open plan", "switch plan", "list plans"],
    .openPortfolio: ["summary of all plans"],
    .nextScreen: ["next tab", "switch screen"],
    .addPlan: ["new plan", "create plan", "add plan"],
    .nameVersion: ["snapshot", "tag", "label", "version"],
    .restore: ["revert", "roll back", "reset"],
    .freeze: ["lock", "unlock", "protect", "sign off", "unfreeze"],
    .takeMine: ["keep mine"],
    .takeTheirs: ["keep theirs"],
    .switchPlace: ["here", "insert here", "at the end"],
    .suspend: ["background", "shell"],
    .redraw: ["refresh", "repaint"],
  ]
}

/// What users look for in the workbench that is done elsewhere, and where.
struct OutsideTask: Sendable {
  /// What it is, in a phrase.
  let title: String
  /// Other words by which users look for it.
  let synonyms: [String]
  /// Where it is done, in words.
  let place: String

  /// All that is known.
  static let all: [OutsideTask] = [
    OutsideTask(
      title: "print findings", synonyms: ["print", "report", "pdf"],
      place: "`calloff check PLAN` prints them; `calloff export` prints the plan"),
    OutsideTask(
      title: "export totals as CSV", synonyms: ["csv", "export", "excel", "spreadsheet"],
      place: "`calloff check --report portfolio --format csv PLAN`"),
    OutsideTask(
      title: "import plans", synonyms: ["import", "load", "open file"],
      place: "`calloff import FILE`; `calloff FILE` opens one"),
    OutsideTask(
      title: "import a register of trusts", synonyms: ["load trusts"],
      place: "`calloff trusts import FILE`"),
    OutsideTask(
      title: "compare two plans", synonyms: ["diff", "difference"],
      place: "`calloff diff OLD NEW`"),
    OutsideTask(
      title: "back up the store", synonyms: ["backup"],
      place: "`calloff store backup FILE`"),
    OutsideTask(
      title: "paste rows", synonyms: ["paste", "insert rows"],
      place: "paste them into the plan's lines with the terminal's own key"),
    OutsideTask(
      title: "settings", synonyms: ["preferences", "configure", "options"],
      place: "`calloff doctor` says where they are kept"),
  ]
}
