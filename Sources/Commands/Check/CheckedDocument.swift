import Documents
import Procurement
import Sessions
import Validation

/// A plan document after checking: judged, or refused because it cannot be read.
struct CheckedDocument: Sendable {
  /// The outcome of checking a document.
  enum Result: Sendable {
    case judged(Judgement)
    case refused(FaultyFile)
  }

  /// Its name on the command line.
  let name: String
  /// The outcome of checking it.
  let result: Result

  /// Checks a document, if it can be read; `keepsSource` says whether its lines are kept.
  init(
    _ document: Swift.Result<String, FaultyFile>, against index: ProgrammeIndex,
    in files: FileAccess, keepsSource: Bool = false
  ) {
    do throws(FaultyFile) {
      let named = try document.get()
      let (bytes, document) = try files.sourceAndPlan(named, for: index.programme)
      let source = keepsSource ? SourceLines(bytes) : nil
      (name, result) = (named, .judged(Judgement(document, against: index, source: source)))
    } catch {
      (name, result) = (error.name, .refused(error))
    }
  }

  /// The judgement, if it could be read.
  var judgement: Judgement? {
    if case .judged(let judgement) = result { judgement } else { nil }
  }

  /// Its plan as reports name it; nil if it could not be read.
  var namedPlan: NamedPlan? {
    judgement.map { NamedPlan($0.assessment.plan.header, file: name) }
  }

  /// The same at the place that a finding on several plans is about.
  func namedPlan(with finding: PortfolioFinding) -> NamedPlan? {
    var plan = namedPlan
    plan?.place = judgement?.place(ofGroup: finding.group)
    return plan
  }
}

/// A plan's assessment, with the places of its findings in the document.
struct Judgement: Sendable {
  /// The plan and what the rules say about it.
  let assessment: Assessment
  /// Its findings: by line, those on no line last, then by code.
  let findings: [Finding]
  private let places: PlanPlaces
  /// The lines of the document, where they are asked for.
  private let source: SourceLines?

  init(_ document: PlanDocument, against index: ProgrammeIndex, source: SourceLines? = nil) {
    assessment = Assessment(document.plan, against: index)
    findings = assessment.findings
    places = document.places
    self.source = source
  }

  /// The place of a group; that of the document if it does not declare the group.
  func place(ofGroup id: String?) -> Place {
    assessment.plan.groups.firstIndex { $0.id == id }.map(places.place(ofGroup:))
      ?? places.document
  }

  /// The place of a finding: its field, else its line, else the start of the document.
  func place(of finding: Finding) -> Place {
    guard let index = finding.index else { return places.document }
    return finding.field.map { places.place(ofLine: index, field: $0) }
      ?? places.place(ofLine: index)
  }

  /// The last line of the part of the document that a finding is about.
  func lastLine(of finding: Finding) -> Int {
    let start = place(of: finding)
    guard let index = finding.index, let source else { return start.line }
    return source.lastLine(from: start, isField: start != places.place(ofLine: index))
  }

  /// The fixes of a finding that only replace words of the document, each with what it replaces; they
  /// are tried on `trial`, a copy of the assessment.
  ///
  /// Fixes that move money are left out: they change lists, and take long to find.
  func replacements(
    for finding: Finding, trying trial: inout Assessment
  ) -> [(title: String, parts: [SourceLines.Replacement])] {
    guard let source, let index = finding.index, !finding.code.isAboutMoney else { return [] }
    return trial.fixes(for: finding).compactMap { fix in
      let parts = fix.edits.compactMap { edit -> SourceLines.Replacement? in
        guard case .set(let line, let old, let new) = edit, line == finding.line,
          let oldWord = old.word,
          let newWord = new.word
        else { return nil }
        let place = places.place(ofLine: index, field: new.field)
        return source.replacement(of: oldWord, by: newWord, key: new.field.rawValue, at: place)
      }
      return parts.isEmpty || parts.count < fix.edits.count ? nil : (fix.title, parts)
    }
  }
}
