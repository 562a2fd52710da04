/// A screen whose rows go by the filter of the plan's lines.
protocol LineFilteredScreen: Screen {}

extension LineFilteredScreen {
  func filterText(in program: WorkbenchProgram) -> String { program.lines.filter?.text ?? "" }

  func filterHelp(in program: WorkbenchProgram) -> [String] { FilterHelpView.forLines }

  func choice(in program: WorkbenchProgram) -> [String] {
    let lines = program.lines
    return [
      lines.filter?.text ?? "", String(describing: lines.order), String(describing: lines.cell),
      String(describing: lines.years),
    ]
  }

  func prepareFilter(in program: inout WorkbenchProgram) { program.refreshLineFilter() }

  func filter(by text: String, in program: inout WorkbenchProgram) throws(FieldFault) {
    try program.filterLines(by: text)
  }

  func isChanged(in program: WorkbenchProgram) -> Bool { program.areLinesChanged }

  func showAll(in program: inout WorkbenchProgram) { program.showAllLines() }

  func rowStates(in program: WorkbenchProgram) -> [String] {
    program.lines.filter.map { [shownFilter($0.text)] } ?? []
  }

  func figures(in program: WorkbenchProgram) -> ShownFigures? {
    program.lineFigures(unit: showsLines ? "" : " lines")
  }
}
