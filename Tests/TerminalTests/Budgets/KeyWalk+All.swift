import Workbench

extension KeyWalk {
  private static let back = "\u{3}"

  /// Walks for every action, and for typing.
  static let all = moving + paging + opening + closing + changing + going + typing

  /// The actions without a walk, and why.
  static let unwalked: [Action: String] = [
    .suspend: "the shell has the terminal until `fg`, which draws everything",
    .addPlan: "a list of choices like any other, which needs a store with a register",
    .copyPlan: "a list of choices like any other, which needs a store",
    .renamePlan: "asks for a text at the bottom, as naming a version does",
    .deletePlan: "asks for a text at the bottom, as naming a version does",
    .addScenario: "asks for a text at the bottom, as naming a version does",
    .archivePlan: "only in the list of plans; draws its rows again",
    .choosePlan: "only in the list of plans; draws the status of its rows again",
    .promote: "opens another plan, which draws everything",
    .openPortfolio: "how often progress is drawn depends on the time that reading takes",
    .allTrusts: "only in a portfolio; draws its table again, as `/` does",
    .yearBars: "only in a portfolio; draws its table again",
    .showDemand: "only in a portfolio; a table of services, drawn as other screens are",
    .latestPlans: "only in a portfolio with several plans of a trust; draws its table again",
    .takeMine: "only in a merge with a changed document; moves down as in any list",
    .switchPlace: "only in the preview of a paste; draws its rows again",
    .addAsNew: "only in the preview of a paste; draws its rows again",
    .readColumns: "only in the preview of a paste; draws its rows again",
    .importFile: "a list of choices like any other, of the files of a folder",
    .writeReport: "asks for a text at the bottom, as naming a version does",
    .takeTheirs: "only in a merge with a changed document; moves down as in any list",
  ]

  private static let moving = [
    KeyWalk(.down, in: .plan, .line, count: 11),
    KeyWalk(.up, in: .plan, .line, way: "G", count: 11),
    KeyWalk(.down, in: .plan, .words, way: "G\u{2}", count: 11),
    KeyWalk(.up, in: .plan, .words, way: "\u{6}", count: 11),
    // From cluster to cluster all that is said of it changes, from service to service little does.
    KeyWalk(.down, in: .browse, .page, way: "2"),
    KeyWalk(.down, in: .browse, .words, way: "2jjjjjj", count: 9),
    KeyWalk(.down, in: .findings, .words, way: "3", count: 9, on: .troubled),
    // Under each fund and each year it says which lines draw on them.
    KeyWalk(.down, in: .records, .words, way: "4", count: 5),
    KeyWalk(.right, in: .records, .words, way: "4", count: 3),
    KeyWalk(.left, in: .records, .words, way: "4lll", count: 3),
    KeyWalk(.down, in: .form, .row, way: "\ra", count: 9),
    KeyWalk(.up, in: .form, .row, way: "\raG", count: 9),
    KeyWalk(.right, in: .plan, .words, way: "l", between: "j", count: 2),
    KeyWalk(.left, in: .plan, .words, way: "lll", between: "j", count: 2),
    KeyWalk(.right, in: .form, .row, way: "\ra", between: "jh"),
    KeyWalk(.left, in: .form, .row, way: "\ral", between: "jl"),
    KeyWalk(.nextField, in: .form, .row, way: "\ra", count: 9),
    KeyWalk(.previousField, in: .form, .row, way: "\raG", count: 9),
    KeyWalk(.down, in: .choices, .words, way: "a", count: 9),
    KeyWalk(.up, in: .choices, .words, way: "a\u{1B}OF", count: 9),
    KeyWalk(.down, in: .help, .row, way: ":", count: 9),
    KeyWalk(.down, in: .explanation, .words, way: "2jjjjjjx", count: 9),
    KeyWalk(.mark, in: .plan, .line, count: 9),
  ]

  private static let paging = [
    KeyWalk(.pageDown, in: .plan, .page, count: 2),
    KeyWalk(.pageUp, in: .plan, .page, way: "G", count: 2),
    KeyWalk(.last, in: .plan, .page, between: "g", count: 3),
    KeyWalk(.first, in: .plan, .page, way: "G", between: "G", count: 3),
    KeyWalk(.nextLine, in: .form, .page, way: "\r"),
    KeyWalk(.previousLine, in: .form, .page, way: "G\r"),
    KeyWalk(.nextFinding, in: .plan, .page, on: .troubled),
    KeyWalk(.previousFinding, in: .plan, .page, way: "G", on: .troubled),
  ]

  private static let opening = [
    KeyWalk(.open, in: .plan, .page, between: back + "j"),
    KeyWalk(.open, in: .form, .page, way: "\rj", between: back + "j"),
    KeyWalk(
      .open, in: .findings, .page, way: "3", between: back + "3j", on: .troubled),
    KeyWalk(.open, in: .browse, .page, way: "2j", between: back + "j", count: 4),
    KeyWalk(.chooseRegion, in: .browse, .page, way: "2j", between: "nj", count: 4),
    KeyWalk(.open, in: .records, .page, way: "4", between: back + "j"),
    KeyWalk(
      .addService, in: .plan, .page, between: back + "j"),
    KeyWalk(.changeMarked, in: .plan, .page, way: "  ", between: back + "j"),
    KeyWalk(.fix, in: .plan, .page, way: "n", between: back + "n", on: .troubled),
    KeyWalk(.fixAll, in: .fixes, .page, way: "nf", between: back + "nf", on: .troubled),
    KeyWalk(.compareRoutes, in: .plan, .page, between: back + "j"),
    KeyWalk(.showAlternatives, in: .plan, .page, between: back + "j"),
    KeyWalk(
      .explain, in: .plan, .page, way: "n", between: back + "n", on: .troubled),
    KeyWalk(.waive, in: .plan, .page, way: "n", between: back + "n", on: .troubled),
    KeyWalk(.filter, in: .plan, .page, between: back + "j"),
    KeyWalk(.sort, in: .plan, .page, between: back + "j"),
    KeyWalk(.chooseColumns, in: .plan, .page, between: back + "j"),
    KeyWalk(.copy, in: .plan, .page, between: back + "j"),
    KeyWalk(.help, in: .plan, .page, between: back + "j"),
    KeyWalk(.palette, in: .plan, .page, between: back + "j"),
    KeyWalk(.theme, in: .plan, .page, between: back + "j"),
    KeyWalk(.write, in: .plan, .page, between: back + "j"),
    KeyWalk(.quit, in: .plan, .page, way: "d", between: back + "j"),
  ]

  private static let closing = [
    KeyWalk(.close, in: .form, .page, way: "\r", between: "j\r"),
    KeyWalk(.allFields, in: .form, .page, way: "\r"),
    KeyWalk(
      .close, in: .choices, .page, way: "a", between: "ja"),
    KeyWalk(
      .close, in: .help, .page, way: ":", between: "j:"),
    KeyWalk(
      .close, in: .explanation, .page, way: "nx", between: "nx", on: .troubled),
    KeyWalk(.close, in: .question, .page, way: "w", between: "jw"),
    KeyWalk(.accept, in: .field, .page, way: "\rGk\rx", between: "]\rx"),
    KeyWalk(
      .accept, in: .choices, .page, way: "\rj\r\u{1B}OB", between: "]\r\u{1B}OB"),
    KeyWalk(.toggle, in: .manyChoices, .page, way: "\rjj\r", between: "\u{1B}OB", count: 3),
  ]

  private static let changing = [
    KeyWalk(.addService, in: .browse, .page, way: "2jjjjjjjjjjj"),
    KeyWalk(.removeLine, in: .plan, .page),
    KeyWalk(.duplicateLine, in: .plan, .page),
    KeyWalk(.moveLineDown, in: .plan, .page),
    KeyWalk(.moveLineUp, in: .plan, .page, way: "G"),
    KeyWalk(.switchYears, in: .plan, .page),
    KeyWalk(.fillRight, in: .plan, .page, way: "l", between: "j"),
    KeyWalk(.sortAscending, in: .plan, .page, way: "l", between: "s\r"),
    KeyWalk(.sortDescending, in: .plan, .page, way: "l", between: "s\r"),
    KeyWalk(.markAll, in: .plan, .page),
    KeyWalk(.removeAlternative, in: .alternative, .page, way: "o\r", between: "o\r"),
    KeyWalk(.chooseAlternative, in: .alternative, .page, way: "o\r", between: "o\r"),
    KeyWalk(.tryOut, in: .plan, .page),
    KeyWalk(.scale, in: .plan, .page, between: back + "j"),
    KeyWalk(.undo, in: .plan, .page, way: "ddddd"),
    KeyWalk(.redo, in: .plan, .page, way: "ddddduuuuu"),
    // From the first row, because funds that are added one after the other look alike: the terminal
    // scrolls, but hardly a cell changes.
    KeyWalk(.addRecord, in: .records, .page, way: "4", between: "g"),
    KeyWalk(.removeRecord, in: .records, .page, way: "4", between: "n", count: 3),
    KeyWalk(
      .showAll, in: .plan, .page, way: "/open\r", between: "/open\r"),
  ]

  private static let going = [
    KeyWalk(
      .showPlan, in: .browse, .page, way: "2", between: "j2"),
    KeyWalk(.showBrowse, in: .plan, .page, between: "1j"),
    KeyWalk(
      .showFindings, in: .plan, .page, between: "1j", on: .troubled),
    KeyWalk(.showFunding, in: .plan, .page, between: "1j"),
    KeyWalk(.showGroups, in: .plan, .page, between: "1j"),
    KeyWalk(.listLines, in: .records, .page, way: "4", between: "4"),
    KeyWalk(.showTrust, in: .plan, .page, between: "1j"),
    KeyWalk(.nextScreen, in: .plan, .page, count: 6),
    KeyWalk(.previousScreen, in: .plan, .page, count: 6),
    KeyWalk(.showHistory, in: .plan, .page, way: "dddd", between: "1j"),
    KeyWalk(.showPortfolio, in: .plan, .page, between: "1j"),
    KeyWalk(.showSummary, in: .plan, .page, between: "1j"),
    KeyWalk(.down, in: .summary, .words, way: "9", count: 9),
    KeyWalk(.showPlans, in: .plan, .page, way: "d", between: "1j"),
    KeyWalk(
      .open, in: .history, .page, way: "dddd7", between: "7j"),
    KeyWalk(.restore, in: .plan, .page, way: "dddd7j\r", between: "7j\r"),
    KeyWalk(.freeze, in: .plan, .page),
    KeyWalk(.showScenarios, in: .plan, .page, way: "d", between: "1j"),
    KeyWalk(.compare, in: .history, .page, way: "dddd7", between: back + "j", count: 3),
    KeyWalk(.nameVersion, in: .plan, .page, way: "d", between: back + "j"),
    KeyWalk(.redraw, in: .plan, .everything, between: "j"),
  ]

  private static let typing = [
    KeyWalk(typing: "patients ask for it", .cell, way: "\rGk\r"),
    KeyWalk(typing: "000", .cell, way: "G\rajjjjj\r\u{15}0"),
    KeyWalk(typing: "12345", .amount, way: "j\rajjjjjj\r\u{15}1"),
    KeyWalk(typing: "12345", .amount, way: "\rajjjjj\r\u{15}1"),
    KeyWalk(typing: "23456", .amount, way: "jjjjjjjjjj\rajjjjjjl\r\u{15}1", on: .example),
    KeyWalk(typing: "12345", .amount, way: "jl1"),
    // What is drawn and left of a fund, its bars and the lines that draw on it change as well.
    KeyWalk(typing: "12345", .page, way: "4j1"),
    KeyWalk(typing: "radiology", .page, way: "/"),
    KeyWalk(typing: "route", .page, way: ":"),
  ]
}
