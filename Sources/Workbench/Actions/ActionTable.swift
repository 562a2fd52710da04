import Interaction

/// The one table of what can be done where, and with which keys unless somebody chose others.
public enum ActionTable {
  /// Screens about one plan.
  private static let screens: [Context] = [.plan, .browse, .findings, .records, .history]
  private static let lists: [Context] = screens + [.portfolio, .plans]
  private static let planned: [Context] = screens + [.form, .portfolio]
  private static let grids: [Context] = lists + [.form]
  /// Lists that typing narrows, where letters are no keys.
  private static let narrowed: [Context] = [.choices, .manyChoices, .help]
  private static let readings: [Context] = [.explanation, .pasted, .merging]
  private static let lettered: [Context] = grids + readings
  /// Where a printable key is not text.
  private static let untyped = Context.allCases.filter { !$0.takesText }
  private static let typed = Context.allCases.filter(\.takesText)

  /// Every action, in the order in which help lists them.
  public static let entries = taking + moving + changing + judging + listing + going

  /// The entries of a context, in order.
  public static func entries(in context: Context) -> [ActionEntry] {
    entries.filter { $0.contexts.contains(context) }
  }

  // MARK: The table

  private static let taking: [ActionEntry] = [
    ActionEntry(.open, "edit the line, or the field", [.enter], in: [.plan, .form], hint: "edit"),
    ActionEntry(.open, "change the field", [.enter], in: [.records], hint: "change"),
    ActionEntry(
      .open, "go to the line and field", [.enter], in: [.findings], hint: "go to the line"),
    ActionEntry(
      .open, "show the plan as it was after the step", [.enter], in: [.history], hint: "look back"),
    ActionEntry(
      .open, "list the parts of the row, or open the plan", [.enter], in: [.portfolio],
      hint: "open"),
    ActionEntry(.open, "open the plan", [.enter], in: [.plans], hint: "open"),
    ActionEntry(.open, "take the cluster for the trust", [.enter], in: [.browse], hint: "cluster"),
    ActionEntry(.accept, "take what is typed", [.enter], in: [.field], hint: "take"),
    ActionEntry(.accept, "take the choice", [.enter], in: [.choices, .manyChoices], hint: "take"),
    ActionEntry(.accept, "do it", [.enter], in: [.help], hint: "do it"),
    ActionEntry(.accept, "add the rows as lines", [.enter], in: [.pasted], hint: "add"),
    ActionEntry(
      .switchPlace, "add the rows below the focused line, or at the end of the plan",
      [.character("b")], in: [.pasted], hint: "below/end"),
    ActionEntry(.accept, "take what was decided", [.enter], in: [.merging], hint: "take"),
    ActionEntry(
      .takeMine, "keep mine, and go on to the next", [.character("m")], in: [.merging],
      hint: "mine"),
    ActionEntry(
      .takeTheirs, "take theirs, and go on to the next", [.character("t")], in: [.merging],
      hint: "theirs"),
    ActionEntry(
      .toggle, "put the choice in or out", [.character(" ")], in: [.manyChoices], hint: "in or out"),
    ActionEntry(
      .close, "back, taking nothing", [.escape, .control("c"), .control("g")],
      in: [.form, .question] + narrowed + [.field], hint: "back"),
    ActionEntry(
      .close, "back", [.escape, .character("q"), .control("c"), .control("g")], in: readings,
      hint: "back"),
    ActionEntry(.close, "back", [.character("q")], in: [.form]),
    ActionEntry(
      .close, "give it up", [.escape, .character("q"), .control("c"), .control("g")],
      in: [.loading], hint: "give up"),
  ]

  private static let moving: [ActionEntry] = [
    ActionEntry(.up, "up", [.up, .character("k")], in: lettered),
    ActionEntry(.down, "down", [.down, .character("j")], in: lettered),
    ActionEntry(.up, "up", [.up, .control("p")], in: narrowed),
    ActionEntry(.down, "down", [.down, .control("n")], in: narrowed),
    ActionEntry(.left, "left", [.left, .character("h")], in: [.form]),
    ActionEntry(.right, "right", [.right, .character("l")], in: [.form]),
    ActionEntry(.right, "edit the line", [.right, .character("l")], in: [.plan]),
    ActionEntry(
      .left, "the level above", [.left, .character("h"), .backspace], in: [.portfolio], hint: "up"),
    ActionEntry(
      .right, "list the parts of the row, or open the plan", [.right, .character("l")],
      in: [.portfolio]),
    ActionEntry(.left, "back", [.left], in: narrowed),
    ActionEntry(.left, "back", [.left, .character("h")], in: readings),
    ActionEntry(.pageUp, "a page up", [.pageUp, .control("b")], in: lettered),
    ActionEntry(.pageDown, "a page down", [.pageDown, .control("f")], in: lettered),
    ActionEntry(.pageUp, "a page up", [.pageUp], in: narrowed),
    ActionEntry(.pageDown, "a page down", [.pageDown], in: narrowed),
    ActionEntry(.first, "to the first", [.home, .character("g")], in: lettered),
    ActionEntry(.last, "to the last", [.end, .character("G")], in: lettered),
    ActionEntry(.first, "to the first", [.home], in: narrowed),
    ActionEntry(.last, "to the last", [.end], in: narrowed),
    ActionEntry(.nextField, "the next field", [.tab], in: [.form]),
    ActionEntry(.previousField, "the field before", [.backTab], in: [.form]),
    ActionEntry(.nextField, "accept what is typed, and go to the next field", [.tab], in: [.field]),
    ActionEntry(
      .previousField, "accept what is typed, and go to the previous field", [.backTab],
      in: [.field]),
    ActionEntry(.up, "accept what is typed, and go up", [.up], in: [.field]),
    ActionEntry(.down, "accept what is typed, and go down", [.down], in: [.field]),
    ActionEntry(
      .left, "a character to the left; from the first one, accept and go left", [.left],
      in: [.field]),
    ActionEntry(
      .right, "a character to the right; from the last one, accept and go right", [.right],
      in: [.field]),
    ActionEntry(
      .nextLine, "the same field of the next line", [.character("]"), .control("n")], in: [.form]),
    ActionEntry(
      .previousLine, "the same field of the line before", [.character("["), .control("p")],
      in: [.form]),
  ]

  private static let changing: [ActionEntry] = [
    ActionEntry(
      .addService, "add the service to the plan", [.character("a")], in: [.browse], hint: "add"),
    ActionEntry(
      .addService, "add a line: choose its service", [.character("a")], in: [.plan], hint: "add"),
    ActionEntry(.removeLine, "remove the line", [.character("d"), .delete], in: [.plan]),
    ActionEntry(.duplicateLine, "put a copy of the line below it", [.character("y")], in: [.plan]),
    ActionEntry(
      .moveLineUp, "move the line up: who is above draws on a fund first", [.character("K")],
      in: [.plan]),
    ActionEntry(.moveLineDown, "move the line down", [.character("J")], in: [.plan]),
    ActionEntry(.mark, "mark the line, or take its mark away", [.character(" ")], in: [.plan]),
    ActionEntry(.markAll, "mark all lines that are shown, or none", [.character("*")], in: [.plan]),
    ActionEntry(
      .changeMarked, "change all marked lines: route, supplier, need, funds, group",
      [.character("b")], in: [.plan]),
    ActionEntry(
      .addRecord, "add a fund or a group", [.character("a")], in: [.records], hint: "add"),
    ActionEntry(
      .removeRecord, "remove the fund or group", [.character("d"), .delete], in: [.records]),
    ActionEntry(
      .addPlan, "start a plan: choose its trust", [.character("a")], in: [.plans], hint: "new"),
    // Found by name from every other screen; no key is left for it there.
    ActionEntry(.addPlan, "start a plan: choose its trust", [], in: screens + [.portfolio]),
    ActionEntry(.undo, "undo", [.character("u")], in: planned, hint: "undo"),
    ActionEntry(.redo, "redo", [.character("U"), .control("r")], in: planned),
    ActionEntry(
      .restore, "go back to the state that is shown, as an edit", [.character("B")],
      in: [.plan, .history]),
    ActionEntry(
      .nameVersion, "give the plan as it stands a name", [.character("v")],
      in: [.plan, .findings, .records]),
    ActionEntry(
      .nameVersion, "give the plan as it stood after the step a name", [.character("v")],
      in: [.history], hint: "name"),
    ActionEntry(
      .freeze, "freeze the plan for everybody, or reopen it", [.character("F")], in: screens),
  ]

  private static let judging: [ActionEntry] = [
    ActionEntry(
      .fix, "choose a fix for the line's findings", [.character("f")],
      in: [.plan, .form, .findings],
      hint: "fix"),
    ActionEntry(
      .compareRoutes, "compare what the line would be by every route the rules permit",
      [.character("r")], in: [.plan, .form]),
    ActionEntry(
      .explain, "explain the finding: rule, reason and source", [.character("x")],
      in: [.plan, .form, .findings]),
    ActionEntry(
      .explain, "read in full what the programme says, and where", [.character("x")],
      in: [.browse]),
    ActionEntry(
      .waive, "waive a finding of the line, or take a waiver back", [.character("W")],
      in: [.plan, .form]),
    ActionEntry(
      .nextFinding, "the next line with an error or warning", [.character("n")], in: [.plan]),
    ActionEntry(
      .previousFinding, "the line before with an error or warning", [.character("N")],
      in: [.plan]),
  ]

  private static let listing: [ActionEntry] = [
    ActionEntry(
      .filter, "show only lines with a text, or like `unfunded>0`", [.character("/")],
      in: [.plan, .findings], hint: "filter"),
    ActionEntry(
      .filter, "show only services with a text", [.character("/")], in: [.browse], hint: "filter"),
    ActionEntry(
      .filter, "show only steps by line, day or person", [.character("/")], in: [.history],
      hint: "filter"),
    ActionEntry(
      .filter, "show only plans with a text", [.character("/")], in: [.plans], hint: "filter"),
    ActionEntry(
      .filter, "show only parts with a name, or like `unfunded>0`", [.character("/")],
      in: [.portfolio], hint: "filter"),
    ActionEntry(
      .showAll, "show all again", [.escape], in: [.plan, .findings, .browse, .history, .plans]),
    ActionEntry(
      .showAll, "show all again, or the level above", [.escape], in: [.portfolio]),
    ActionEntry(
      .sort, "sort the rows; the plan keeps its order", [.character("s")], in: [.plan]),
    ActionEntry(
      .sort, "sort the rows by any column", [.character("s")], in: [.portfolio], hint: "sort"),
    ActionEntry(
      .copy, "copy to the clipboard: field, rows or report", [.character("c")],
      in: [.plan, .findings, .form]),
  ]

  private static let going: [ActionEntry] = [
    ActionEntry(
      .write, "write the plan to its file", [.character("w")], in: planned, hint: "write"),
    ActionEntry(.showPlan, "the plan's lines", [.character("1")], in: lists),
    ActionEntry(.showBrowse, "browse the programme", [.character("2")], in: lists),
    ActionEntry(.showFindings, "all findings", [.character("3")], in: lists),
    ActionEntry(.showFunding, "funds, year by year", [.character("4")], in: lists),
    ActionEntry(.showGroups, "buying groups", [.character("5")], in: lists),
    ActionEntry(.showTrust, "the plan's title, trust and years", [.character("6")], in: lists),
    ActionEntry(
      .showHistory, "what was done to the plan, by whom and when", [.character("7")], in: lists),
    ActionEntry(
      .showPortfolio, "a portfolio: England, its clusters, trusts and plans", [.character("8")],
      in: lists),
    ActionEntry(
      .openPortfolio, "open all plans of the store as a portfolio", [.character("P")],
      in: [.portfolio, .plans]),
    ActionEntry(.showPlans, "the plans of the store", [.character("0")], in: lists),
    ActionEntry(.nextScreen, "the next screen", [.tab], in: lists, hint: "screen"),
    ActionEntry(
      .palette, "find any action by typing its name, or a word like it", [.character(":")],
      in: grids),
    ActionEntry(
      .help, "the keys of where you are", [.character("?"), .function(1)], in: grids, hint: "keys"),
    ActionEntry(.help, "the keys of where you are", [.function(1)], in: [.choices, .manyChoices]),
    ActionEntry(.theme, "choose how it looks", [.character("T")], in: lists),
    ActionEntry(
      .quit, "quit", [.character("q"), .control("c")], in: lists, hint: "quit"),
    // There `q` leads back, so it is only found by its name.
    ActionEntry(.quit, "quit", [], in: [.form]),
    ActionEntry(
      .suspend, "stop, until the shell's `fg`", [.control("z"), .character("Z")], in: untyped),
    ActionEntry(.suspend, "stop, until the shell's `fg`", [.control("z")], in: typed),
    ActionEntry(
      .redraw, "draw the screen again", [.control("l"), .character("R")], in: untyped),
    ActionEntry(.redraw, "draw the screen again", [.control("l")], in: typed),
  ]
}
