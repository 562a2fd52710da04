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

  /// Checks a document, if it can be read.
  init(
    _ document: Swift.Result<String, FaultyFile>, against index: ProgrammeIndex,
    in files: FileAccess
  ) {
    do throws(FaultyFile) {
      let named = try document.get()
      let document = try files.plan(named, for: index.programme)
      (name, result) = (named, .judged(Judgement(document, against: index)))
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

  init(_ document: PlanDocument, against index: ProgrammeIndex) {
    assessment = Assessment(document.plan, against: index)
    findings = assessment.findings
    places = document.places
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
}
