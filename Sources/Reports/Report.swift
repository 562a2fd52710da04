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
    case plan(Assessment)
    case portfolio(PortfolioAssessment, PortfolioFiles)
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
    case .plan(let assessment): BoardPaper(assessment, from: origin)
    case .portfolio(let assessment, let files): BoardPaper(assessment, files, from: origin)
    }
  }

  private func writeWorkbook<Failure: Error>(
    _ pass: @escaping ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let facts = origin.facts.map { (name: $0.name, text: $0.text) }
    let about = WorkbookOrigin(
      author: origin.author, created: "\(origin.date)T00:00:00Z", facts: facts)
    switch subject {
    case .plan(let assessment): try PlanWorkbook(assessment, about).write(pass)
    case .portfolio(let assessment, _):
      try PortfolioWorkbook(
        assessment, title: BoardPaper.title(of: assessment), about
      ).write(pass)
    }
  }
}
