public import Procurement
public import Validation

/// A report on plans: a paper that a board reads, or a spreadsheet with the same figures.
public struct Report: Sendable {
  /// The formats of reports, by the endings of files.
  public enum Format: String, CaseIterable, Sendable {
    case html
    case markdown = "md"
    case xlsx

    /// The format that the name of a file asks for; nil where it asks for none.
    public init?(fileName name: String) {
      let name = name.lowercased()
      guard let format = Format.allCases.first(where: { name.hasSuffix(".\($0.rawValue)") }) else {
        return nil
      }
      self = format
    }
  }

  /// What a report is about.
  public enum Subject: Sendable {
    /// A plan, with the findings on its trust and groups that need more than the plan.
    case plan(Assessment, joint: [PortfolioFinding] = [])
    /// Several plans, with the findings on several of them together.
    case portfolio(PortfolioAssessment, PortfolioFindings, PortfolioFiles)

    /// A plan by the name of its source, compared with a register of trusts if there is one.
    public init(
      _ plan: Plan, named source: String, against index: ProgrammeIndex,
      _ register: TrustRegister?
    ) {
      var alone = Portfolio()
      alone.append(plan, source: source)
      self = .plan(
        Assessment(plan, against: index), joint: alone.findings(against: index, register))
    }
  }

  private let subject: Subject
  private let origin: PaperOrigin

  /// A report.
  public init(on subject: Subject, from origin: PaperOrigin) {
    self.subject = subject
    self.origin = origin
  }

  /// Writes the report piece by piece.
  public func write<Failure: Error>(
    as format: Format, _ pass: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    switch format {
    case .html: try pass(Array(paper.html.utf8))
    case .markdown: try pass(Array(paper.markdown.utf8))
    case .xlsx:
      // Nothing keeps the closure: the file is complete when this returns.
      try withoutActuallyEscaping(pass) { pass throws(Failure) in try writeWorkbook(pass) }
    }
  }

  private var paper: BoardPaper {
    switch subject {
    case .plan(let assessment, let joint): BoardPaper(assessment, joint, from: origin)
    case .portfolio(let assessment, let joint, let files):
      BoardPaper(assessment, joint, files, from: origin)
    }
  }

  private func writeWorkbook<Failure: Error>(
    _ pass: @escaping ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let facts = origin.facts.map { (name: $0.name, text: $0.text) }
    let about = WorkbookOrigin(
      author: origin.author, created: "\(origin.date)T00:00:00Z", facts: facts)
    switch subject {
    case .plan(let assessment, let joint):
      try PlanWorkbook(assessment, about, joint: joint).write(pass)
    case .portfolio(let assessment, let joint, _):
      try PortfolioWorkbook(
        assessment, joint, title: BoardPaper.title(of: assessment), about
      ).write(pass)
    }
  }
}
