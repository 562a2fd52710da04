public import Interaction

/// An action with all that is said about it in one place.
public struct ActionEntry: Sendable {
  /// The action.
  public let action: Action
  /// What it does, in a phrase.
  public let title: String
  /// The keys that ask for it, the one to show first.
  public let keys: [Key]
  /// Where it can be asked for.
  public let contexts: [Context]
  /// One word for the hints at the bottom; nil where it is not hinted at.
  public let hint: String?

  init(
    _ action: Action, _ title: String, _ keys: [Key], in contexts: [Context], hint: String? = nil
  ) {
    self.action = action
    self.title = title
    self.keys = keys
    self.contexts = contexts
    self.hint = hint
  }
}

/// The one table of what can be done where, and with which keys unless somebody chose others.
public enum ActionTable {
  private static let lists: [Context] = [.plan, .browse, .findings, .records]
  private static let grids: [Context] = lists + [.form]
  private static let moves: [Context] = grids + [.choices, .manyChoices, .help]
  /// Where a printable key is not text.
  private static let untyped = Context.allCases.filter { !$0.takesText }
  private static let typed = Context.allCases.filter(\.takesText)

  /// Every action, in the order in which help lists them.
  public static let entries: [ActionEntry] = [
    ActionEntry(.open, "edit the line, or the field", [.enter], in: [.plan, .form], hint: "edit"),
    ActionEntry(.open, "change the field", [.enter], in: [.records], hint: "change"),
    ActionEntry(
      .open, "go to the line and field", [.enter], in: [.findings], hint: "go to the line"),
    ActionEntry(.open, "take the cluster for the trust", [.enter], in: [.browse], hint: "cluster"),
    ActionEntry(.accept, "take what is typed", [.enter], in: [.field], hint: "take"),
    ActionEntry(.accept, "take the choice", [.enter], in: [.choices, .manyChoices], hint: "take"),
    ActionEntry(
      .toggle, "put the choice in or out", [.character(" ")], in: [.manyChoices], hint: "in or out"),
    ActionEntry(
      .close, "back, taking nothing", [.escape, .control("c"), .control("g")],
      in: [.form, .choices, .manyChoices, .field, .help, .question], hint: "back"),
    ActionEntry(.up, "up", [.up, .character("k")], in: moves),
    ActionEntry(.down, "down", [.down, .character("j")], in: moves),
    ActionEntry(.left, "left", [.left, .character("h")], in: [.form]),
    ActionEntry(.right, "right", [.right, .character("l")], in: [.form]),
    ActionEntry(.right, "edit the line", [.right, .character("l")], in: [.plan]),
    ActionEntry(.left, "back", [.left, .character("h")], in: [.help, .choices, .manyChoices]),
    ActionEntry(.pageUp, "a page up", [.pageUp, .control("b")], in: moves),
    ActionEntry(.pageDown, "a page down", [.pageDown, .control("f")], in: moves),
    ActionEntry(.first, "to the first", [.home, .character("g")], in: moves),
    ActionEntry(.last, "to the last", [.end, .character("G")], in: moves),
    ActionEntry(.nextField, "the next field", [.tab], in: [.form]),
    ActionEntry(.previousField, "the field before", [.backTab], in: [.form]),
    ActionEntry(
      .nextLine, "the same field of the next line", [.character("]"), .control("n")], in: [.form]),
    ActionEntry(
      .previousLine, "the same field of the line before", [.character("["), .control("p")],
      in: [.form]),
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
    ActionEntry(
      .fix, "choose a fix for the line's findings", [.character("f")],
      in: [.plan, .form, .findings],
      hint: "fix"),
    ActionEntry(
      .explain, "explain the finding: rule, reason and source", [.character("x")],
      in: [.plan, .form, .findings], hint: "explain"),
    ActionEntry(
      .nextFinding, "the next line with an error or warning", [.character("n")], in: [.plan]),
    ActionEntry(
      .previousFinding, "the line before with an error or warning", [.character("N")],
      in: [.plan]),
    ActionEntry(
      .addRecord, "add a fund or a group", [.character("a")], in: [.records], hint: "add"),
    ActionEntry(
      .removeRecord, "remove the fund or group", [.character("d"), .delete], in: [.records]),
    ActionEntry(
      .waive, "waive a finding of the line, or take a waiver back", [.character("W")],
      in: [.plan, .form]),
    ActionEntry(.undo, "undo", [.character("u")], in: grids, hint: "undo"),
    ActionEntry(.redo, "redo", [.character("U"), .control("r")], in: grids),
    ActionEntry(.write, "write the plan to its file", [.character("w")], in: grids, hint: "write"),
    ActionEntry(
      .showPlan, "the plan's lines", [.character("1")], in: lists),
    ActionEntry(.showBrowse, "browse the programme", [.character("2")], in: lists),
    ActionEntry(.showFindings, "all findings", [.character("3")], in: lists),
    ActionEntry(.showFunding, "funds, year by year", [.character("4")], in: lists),
    ActionEntry(.showGroups, "buying groups", [.character("5")], in: lists),
    ActionEntry(.showTrust, "the plan's title, trust and years", [.character("6")], in: lists),
    ActionEntry(.nextScreen, "the next screen", [.tab], in: lists, hint: "screen"),
    ActionEntry(
      .help, "the keys of where you are", [.character("?"), .function(1)],
      in: grids + [.choices, .manyChoices], hint: "keys"),
    ActionEntry(
      .quit, "quit", [.character("q"), .control("c")], in: lists, hint: "quit"),
    ActionEntry(.close, "back", [.character("q")], in: [.form, .choices, .manyChoices, .help]),
    ActionEntry(
      .suspend, "stop, until the shell's `fg`", [.control("z"), .character("Z")], in: untyped),
    ActionEntry(.suspend, "stop, until the shell's `fg`", [.control("z")], in: typed),
    ActionEntry(
      .redraw, "draw the screen again", [.control("l"), .character("R")], in: untyped),
    ActionEntry(.redraw, "draw the screen again", [.control("l")], in: typed),
  ]

  /// The entries of a context, in order.
  public static func entries(in context: Context) -> [ActionEntry] {
    entries.filter { $0.contexts.contains(context) }
  }
}
