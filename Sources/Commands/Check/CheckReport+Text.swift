import Documents
import Procurement
import Sessions
import Text
import Validation

/// The report for people and for editors that read compilers' messages.
extension CheckReport {
  /// A line for each finding and, if wanted, for each sentence on missing money, then a summary.
  func text(in ink: Ink) -> String {
    var text = ""
    for document in documents {
      guard let judgement = document.judgement else { continue }
      let name = VisibleText.safe(document.name)
      for finding in judgement.findings {
        let place = judgement.place(of: finding)
        text.append(ink.strong("\(name):\(place):"))
        text.append(" \(finding.heading(in: ink)): \(VisibleText.safe(finding.words))\n")
      }
      guard explainsFunding else { continue }
      let assessment = judgement.assessment
      for sentence in FundingExplanation(assessment).words(in: assessment.plan) {
        text.append("\(ink.strong("\(name): funding:")) \(VisibleText.safe(sentence))\n")
      }
    }
    for finding in jointFindings { text.append("\(finding.line(in: ink))\n") }
    text.append("\(summary)\n")
    return text
  }

  /// The errors of documents that cannot be read, one a line.
  var faultsText: String {
    documents.map { document in
      if case .refused(let file) = document.result { file.standardError } else { "" }
    }.joined()
  }

  private var summary: String {
    let judged = documents.compactMap(\.judgement)
    guard !judged.isEmpty else { return unread ?? "nothing to check" }
    let waived = waivedCount == 0 ? [] : ["\(waivedCount) waived"]
    let counts = (Severity.allCases.reversed().map { counted(count($0), $0.rawValue) } + waived)
      .joined(separator: ", ")
    let parts = [
      "\(counts) in \(counted(judged.count, "plan"))", earlier.summary, sums(of: judged), unread,
    ]
    return parts.compactMap(\.self).joined(separator: "; ")
  }

  /// Which documents could not be read; nil if all could.
  private var unread: String? {
    let refused = documents.filter { $0.judgement == nil }
    guard let first = refused.first else { return nil }
    let subject =
      refused.count == 1
      ? VisibleText.safe(first.name) : counted(refused.count, "document")
    return "could not read \(subject)"
  }

  /// The totals of all plans; nil if they exceed the largest supported total.
  private func sums(of judged: [Judgement]) -> String? {
    let splits = judged.map(\.assessment.totals.all)
    let parts: [(String, (Split) -> Money)] = [
      ("cost", \.cost), ("programme", \.programmeFunded), ("trust", \.trustPayable),
      ("unfunded", \.unfunded),
    ]
    var words: [String] = []
    for (word, part) in parts {
      guard let sum = MoneySum(splits.lazy.map(part)).money else { return nil }
      words.append("\(word) £\(sum.grouped)")
    }
    return words.joined(separator: ", ") + leastUnfunded(of: judged)
  }

  /// The sum that stays unfunded in any order of drawing, where that is less.
  private func leastUnfunded(of judged: [Judgement]) -> String {
    let assessments = judged.map(\.assessment)
    guard assessments.contains(where: { $0.unfundedByOrder > .zero }),
      let least = MoneySum(assessments.lazy.map(\.leastUnfunded)).money
    else { return "" }
    return " (£\(least.grouped) in any order of drawing)"
  }
}

extension [NamedPlan] {
  /// How many earlier plans are left out, in a phrase; nil if none are.
  var summary: String? {
    isEmpty ? nil : "\(counted(count, "earlier plan", isGrouped: true)) left out"
  }
}

extension Finding {
  /// Severity, code and name as compilers write them: `error[S101] exclusive-supply-breach`.
  ///
  /// A waived finding has `waived` in place of its severity.
  func heading(in ink: Ink) -> String { "\(mark(in: ink)) \(code.name)" }

  /// Severity and code: `error[S101]`.
  func mark(in ink: Ink) -> String {
    waiver == nil
      ? ink.severity(severity, "\(severity.rawValue)[\(code.rawValue)]")
      : ink.dim("waived[\(code.rawValue)]")
  }

  /// The message, and the reason for the waiver if there is one.
  var words: String {
    message + (waiver.map { " (waived \($0.date): \($0.reason))" } ?? "")
  }
}
