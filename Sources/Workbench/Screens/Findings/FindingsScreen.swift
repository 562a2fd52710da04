import Canvas
import Procurement
import Validation

extension ScreenName {
  static let findings = ScreenName("findings")
}

/// All findings of the plan, worst first.
struct FindingsScreen: LineFilteredScreen {
  static let name = ScreenName.findings
  let title = "findings"
  let context = Context.findings
  let shortcut: ScreenShortcut? = ScreenShortcut(
    .showFindings, "all findings", "3", "Findings", "Find")

  /// The errors and warnings that there are.
  func counts(in program: WorkbenchProgram) -> [ScreenBar.Count] {
    guard program.isPlanOpen else { return [] }
    return [Severity.error, .warning].compactMap { severity in
      let count = program.assessment.count(severity)
      return count > 0 ? ScreenBar.Count("\(count)\(severity.sign)", severity.role) : nil
    }
  }

  func count(in program: WorkbenchProgram) -> Int { program.findingCount }

  func words(ofRow row: Int, in program: WorkbenchProgram) -> String {
    program.foundFindings(in: row..<row + 1).first?.words ?? ""
  }

  func emptyWords(in program: WorkbenchProgram) -> String { "no findings" }

  func details(in program: WorkbenchProgram) -> [String] {
    focusedFinding(in: program).map { ["rests on \($0.cites.joined(separator: "; "))"] } ?? []
  }

  func focusedFinding(in program: WorkbenchProgram) -> Finding? { listedFinding(in: program) }

  func listedFinding(in program: WorkbenchProgram) -> Finding? {
    let row = program.findings.index
    return program.foundFindings(in: row..<row + 1).first
  }

  // MARK: The way back

  /// A finding, which may be in another row once the plan is changed.
  private struct Listed {
    let code: FindingCode
    let line: String?
  }

  func place(in program: WorkbenchProgram) -> (any Sendable)? {
    listedFinding(in: program).map { Listed(code: $0.code, line: $0.line) }
  }

  func show(_ place: any Sendable, in program: inout WorkbenchProgram) {
    guard let listed = place as? Listed else { return }
    func isListed(_ finding: Finding) -> Bool {
      finding.code == listed.code && finding.line == listed.line
    }
    if listedFinding(in: program).map(isListed) == true { return }
    let all = program.foundFindings(in: 0..<count(in: program))
    if let row = all.firstIndex(where: isListed) { program.findings.index = row }
  }

  // MARK: Drawing

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    FindingsView(program).draw(on: &canvas, layout)
  }

  func drawDetail(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) {
    FindingsView(program).drawDetail(on: &canvas, layout)
  }
}

extension WorkbenchProgram {
  /// The focus in the list of all findings.
  var findings: ListFocus {
    get { self[FindingsScreen.self] }
    set { self[FindingsScreen.self] = newValue }
  }
}
