extension Recording {
  /// The first minutes with a plan: from its errors to a corrected file.
  static let firstMinutes = Recording(
    name: "first-minutes",
    title: "Going to an error, fixing it, filtering lines, changing an amount, writing the plan",
    plan: "imaging.yaml",
    moments: mending + filtering + changing + comparing + writing)

  private static let mending = [
    Moment("", "q quit", 3000, ("calloff imaging.yaml", "a plan and its errors")),
    Moment("n", ">W L3", 1000, ("n", "next line with an error or warning")),
    Moment("n", ">W L5", 1000),
    Moment("n", ">E L6", 3000),
    Moment("f", "fix  ", 4500, ("f", "ways to fix it, and the effect of each")),
    Moment("\r", ">W L6", 2500, ("Enter", "apply it; u would undo it")),
  ]

  private static let filtering = [
    Moment("/", "show only:", 1500, ("/", "filter lines")),
    Moment("u", "show only: u", 200),
    Moment("n", "show only: un", 200),
    Moment("f", "show only: unf", 200),
    Moment("u", "show only: unfu", 200),
    Moment("n", "show only: unfun", 200),
    Moment("d", "show only: unfund", 200),
    Moment("e", "show only: unfunde", 200),
    Moment("d", "show only: unfunded", 200),
    Moment(">", "show only: unfunded>", 200),
    Moment("0", "show only: unfunded>0", 1500),
    Moment("\r", "5 of 12", 2500, ("Enter", "the five lines that are not fully funded")),
  ]

  private static let changing = [
    Moment("\r", "all fields", 1500, ("Enter", "edit the line")),
    Moment("jj", "all fields", 300, ("j", "down to an amount")),
    Moment("j", "all fields", 1000),
    Moment("5", "2004-05 5 ", 1000, ("50k", "all totals change with each key")),
    Moment("0", "2004-05 50 ", 1000),
    Moment("k", "2004-05 50k ", 3000),
    Moment("\r", "2004-05 50,000 ", 1200, ("Enter", "accept")),
  ]

  private static let comparing = [
    Moment("\u{3}", "q quit", 1200, ("Esc", "back to the lines")),
    Moment("jj", ">E L10", 2000, ("j", "down to a line without a route")),
    Moment("r", "now: no route", 3500, ("r", "compare the permitted routes")),
    Moment("\u{1B}OB", ">  open from Papertrail", 2500, ("Down", "another route")),
    Moment("\r", "route", 2000, ("Enter", "choose it")),
  ]

  private static let writing = [
    Moment("\u{1B}", " W L6", 1500, ("Esc", "all lines again")),
    Moment("w", "comments are not kept", 2500, ("w", "write the plan")),
    Moment("w", "written to imaging.yaml", 5000, writesFile: true),
  ]
}
