import Documents
import Imports
import Procurement
import Sessions
import Spreadsheets
import Text
import Validation
import Workbench

/// Reads files that are imported, and compares them with a plan.
struct ImportReader {
  private let surroundings: CommandEnvironment
  let index: ProgrammeIndex
  private let choices: [ColumnChoice]
  private let keepsGoing: Bool

  init(
    _ surroundings: CommandEnvironment, _ index: ProgrammeIndex, _ choices: [ColumnChoice],
    keepsGoing: Bool
  ) {
    (self.surroundings, self.index, self.choices) = (surroundings, index, choices)
    self.keepsGoing = keepsGoing
  }

  var ink: Ink { surroundings.ink }

  /// A plan without lines, called as a file is.
  func outline(named file: String) -> Plan {
    var plan = Plan.blank(in: index.programme)
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let stem = name.split(separator: ".").dropLast().joined(separator: ".")
    plan.header.title = stem.isEmpty ? name : stem
    return plan
  }

  /// What a file would add to a plan and change in it; throws what is wrong with the file.
  func read(_ name: String, into plan: Plan, isNew: Bool) throws(Failure) -> ReadImport {
    let bytes = try surroundings.read(name).get()
    let isDocument =
      DocumentForm(fileName: name) != nil
      || name == "-" && !bytes.starts(with: Array("PK".utf8))
    let proposal =
      isDocument
      ? ImportProposal(of: try document(bytes, name), into: plan)
      : try table(bytes, name, into: plan, isNew: isNew)
    if proposal.trusts.count > 1, !keepsGoing {
      throw .importing(.severalTrusts(name: name, proposal.trusts))
    }
    let imported = ReadImport(name: name, proposal: proposal)
    if !proposal.faults.isEmpty, !keepsGoing {
      throw .importing(.faulty(name: name, imported.words))
    }
    if !proposal.faults.isEmpty, isNew,
      !proposal.entries.contains(where: { $0.id != nil && $0.counts })
    {
      throw .importing(.allFaulty(name: name, imported.words))
    }
    return imported
  }

  private func document(_ bytes: [UInt8], _ name: String) throws(Failure) -> Plan {
    do throws(FaultList) { return try readPlan(bytes, for: index.programme).plan } catch {
      throw .session(.faultyPlan(name: name, error))
    }
  }

  private func table(
    _ bytes: [UInt8], _ name: String, into plan: Plan, isNew: Bool
  ) throws(Failure) -> ImportProposal {
    let file: ImportFile
    do throws(ImportFile.Fault) { file = try ImportFile(bytes, named: name) } catch {
      switch error {
      case .table(let faults): throw .session(.faultyPlan(name: name, faults))
      case .spreadsheet(let fault):
        throw .importing(.unreadable(name: name, fault.message))
      }
    }
    var request = ImportRequest(file, into: plan, for: index.programme)
    request.choices = choices
    request.isNewPlan = isNew
    let proposal = ImportProposal(request)
    if let choice = proposal.unusedChoices.first {
      throw .importing(.unknownColumn(name: name, choice))
    }
    if proposal.entries.allSatisfy({ $0.id == nil }) {
      throw .importing(.nothingFound(name: name, sheets: file.tables.map(\.name)))
    }
    return proposal
  }
}

/// A file that was read, with what it would do.
struct ReadImport {
  let name: String
  let proposal: ImportProposal

  /// The edits that do it.
  var edits: [Edit] { proposal.edits() }

  /// The plan after it; throws where that exceeds what a plan can hold.
  func plan() throws(Failure) -> Plan {
    var plan = proposal.plan
    for edit in edits {
      guard plan.apply(edit) else { throw .importing(.doesNotFit(name: name)) }
    }
    if let year = plan.yearOutside { throw .importing(.yearOutside(name: name, year)) }
    return plan
  }

  /// What is wrong, and what was left out and read in another way.
  var words: [String] {
    let columns = proposal.leftOut.map { quoted($0.heading) }
    return proposal.faultsInWords + proposal.remarks
      + (columns.isEmpty ? [] : ["columns not read: \(columns.joined(separator: ", "))"])
  }

  /// That, for standard error.
  var outcome: Outcome {
    Outcome(
      standardError: words.map { VisibleText.safe("\(name): \($0)") + "\n" }.joined(),
      exitStatus: proposal.faults.isEmpty ? .fine : .findings)
  }
}
