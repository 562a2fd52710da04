extension Recording {
  /// A question of a director: from "what if capital falls by 20 %" to the answer, and back.
  static let whatIf = Recording(
    name: "what-if",
    title: "Trying out 20 % less capital, seeing what it does to lines and summary, dropping it",
    plan: "imaging.yaml",
    moments: [
      Moment("", "q quit", 2500, ("calloff imaging.yaml", "what if capital falls by 20 %?")),
      Moment("!", "what if:", 2500, ("!", "hold the plan as it is")),
      Moment("%", "by per cent", 2500, ("%", "change by per cent")),
      Moment("\u{1B}OB", ">  fund capital", 1500, ("Down", "the fund for capital")),
      Moment("\r", "as -20 or +5:", 1000, ("Enter", "choose it")),
      Moment("-20", "as -20 or +5: -20", 1500, ("-20", "by how much")),
      Moment("\r", "145,699.50 → 215,699.50", 5500, ("Enter", "the answer, and the lines it hits")),
      Moment("9", "available", 5000, ("9", "the summary, as it would be")),
      Moment("1", "Patient records", 2000, ("1", "back to the lines")),
      Moment("!", "what was tried out:", 2500, ("!", "keep it as one step, or drop it")),
      Moment(
        "\u{1B}", "dropped what was tried out", 4500, ("Esc", "drop it: the plan is as before")),
    ])
}
