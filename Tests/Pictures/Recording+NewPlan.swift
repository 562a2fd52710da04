extension Recording {
  /// All recordings.
  static let all = [firstMinutes, newPlan, whatIf]

  private static let down = "\u{1B}OB"
  private static let up = "\u{1B}OA"

  /// From an empty store to the summary of a new plan.
  static let newPlan = Recording(
    name: "new-plan",
    title: "Describing a new plan, filling in amounts year by year, adding money, the summary",
    plan: nil,
    moments: describing + filling + funding + showing)

  private static let describing = [
    Moment("", "no plans yet", 2500, ("calloff", "the plans of the store: none yet")),
    Moment("a", "new plan for", 2000, ("a", "a new plan: for which trust?")),
    Moment("RYY Northmoor Hospitals", ">  use", 2500, ("RYY …", "its code and name")),
    Moment("\r", "create the plan", 3000, ("Enter", "what follows from it can be changed")),
    Moment(String(repeating: down, count: 6), ">  core services", 1500, ("Down", "core services")),
    Moment(
      "\r", "core services: a line for each", 3000, ("Enter", "a line for each that is expected")),
    Moment(String(repeating: up, count: 6), ">  create the plan", 1500, ("Up", "back to the top")),
    Moment("\r", "created", 3500, ("Enter", "create it: nothing was stored before")),
  ]

  private static let filling = [
    Moment("f", "fix  ", 3000, ("f", "ways to go on with the first line")),
    Moment("\r", "`u` undoes", 2500, ("Enter", "the programme's route")),
    Moment("\u{1B}OC", ">", 1500, ("Right", "its amounts, year by year")),
    Moment("250k", "250k", 1500, ("250k", "totals change with each key")),
    Moment("\t", "250,000", 800, ("Tab", "the next year")),
    Moment("120k", "120k", 800, ("120k", "")),
    Moment("\r", "120,000", 2500, ("Enter", "the next line is ready")),
  ]

  private static let funding = [
    Moment("\u{1B}", "q quit", 800, ("Esc", "lines again, instead of amounts")),
    Moment("4", "none yet", 1500, ("4", "the funds")),
    Moment("a", "fund-1", 1500, ("a", "add one")),
    Moment(down, "> ", 800, ("Down", "what is available")),
    Moment("400k", "400k", 1200, ("400k", "in the first year")),
    Moment("\r", "400,000", 2500, ("Enter", "accept")),
  ]

  private static let showing = [
    Moment("\u{1B}", "amounts left", 1200, ("Esc", "leave the amounts")),
    Moment("9", "summary", 7000, ("9", "the summary, for the people who decide")),
  ]
}
