public import Imports
public import Procurement
import Text
public import Validation

extension Plan {
  /// A plan without lines that is called as a file is, to import the file into.
  public static func blank(in programme: Programme, forFile file: String) -> Plan {
    var plan = Plan.blank(in: programme)
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let stem = name.split(separator: ".").dropLast().joined(separator: ".")
    plan.header.title = stem.isEmpty ? name : stem
    return plan
  }
}

/// Why a plan cannot have what would be imported.
public enum ImportMisfit: Error, Hashable, Sendable {
  /// Its money would exceed the largest total.
  case tooLarge
  /// It would have money in a year that is not one of its own.
  case yearOutside(FinancialYear)

  /// What is wrong, in words that go on with the name of the file.
  public var message: String {
    switch self {
    case .tooLarge:
      ": the plan's total would exceed the largest that calloff supports; use smaller amounts"
    case .yearOutside(let year):
      " leaves money in \(year), which is not one of the plan's years; add it to them"
    }
  }
}

extension ImportProposal {
  /// The plan after some edits of the proposal, as it is judged.
  public func assessment(
    after edits: [Edit], against index: ProgrammeIndex
  ) throws(ImportMisfit) -> Assessment {
    var assessment = Assessment(plan, against: index)
    guard assessment.apply(edits) else { throw .tooLarge }
    if let year = assessment.plan.yearOutside { throw .yearOutside(year) }
    return assessment
  }
}

extension WorkbenchProgram {
  /// Why no plan can be made of a file now; nil where one can.
  var reasonNotToStartFromFile: String? {
    settings.isDialogue
      ? "choosing a file needs the full-screen mode; use `calloff import FILE`"
      : reasonNotToStore ?? reasonNotToLeave
  }

  /// Reads a file for a new plan; the register of trusts is needed next.
  mutating func start(from file: ImportFile) -> [Effect] {
    directory.file = file
    return [.store(.trusts)]
  }

  /// Makes a new plan of a file and opens it; where a row is faulty, it only says so.
  mutating func start(from file: ImportFile, _ register: [RegisteredTrust]) -> [Effect] {
    let index = assessment.index
    var request = ImportRequest(
      file, into: .blank(in: index.programme, forFile: file.name), for: index.programme)
    request.isNewPlan = true
    let proposal = ImportProposal(request)
    if let fault = newPlanFault(of: proposal, from: file) {
      message = Message(text: fault, isError: true)
      return []
    }
    do throws(ImportMisfit) {
      let made = try proposal.assessment(after: proposal.edits(), against: index)
      return start(made.plan, of: proposal, from: file, register)
    } catch {
      message = Message(text: "`\(file.name)`\(error.message)", isError: true)
      return []
    }
  }

  private mutating func start(
    _ plan: Plan, of proposal: ImportProposal, from file: ImportFile, _ register: [RegisteredTrust]
  ) -> [Effect] {
    var trust = ImportedTrust(plan.header.trust, of: proposal)
    let isKnown = !trust.canBeCompleted || trust.complete(from: register) || register.isEmpty
    var plan = plan
    plan.header.trust = trust.trust
    let made = Assessment(plan, against: assessment.index)
    let words =
      [
        "`\(plan.header.title)` is made of `\(file.name)`: "
          + "\(counted(plan.lines.count, "line")), cost \(made.totals.all.cost.grouped)",
        isKnown ? nil : "the register has no trust `\(trust.trust.code)`",
        trust.placeholders.map { "\($0); \(mention(.showTrust, in: .plan)) changes that" },
        proposal.columnsNotRead,
      ].compactMap(\.self) + proposal.remarks
    message = Message(text: words.joined(separator: "; "))
    return [.store(.start(plan, made.summary))]
  }

  /// Why no plan is made of a file, in words; nil where nothing is faulty.
  private func newPlanFault(of proposal: ImportProposal, from file: ImportFile) -> String? {
    if proposal.entries.allSatisfy({ $0.id == nil }) { return file.nothingFound }
    if proposal.trusts.count > 1 {
      return "`\(file.name)` has rows of \(proposal.trusts.count) trusts; import those of one at a "
        + "time"
    }
    let faults = proposal.faultsInWords
    guard let first = faults.first else { return nil }
    return "`\(file.name)`: \(first)"
      + (faults.count == 1 ? "" : "; \(counted(faults.count - 1, "more fault"))")
      + "; correct the file, or import it into a plan, which leaves such rows out"
  }
}

extension ImportFile {
  /// That no row can be imported, in words.
  var nothingFound: String {
    "`\(name)` has no rows below headings such as `service` and `supplier`"
  }
}
