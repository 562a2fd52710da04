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
  func outline(named file: String) -> Plan { .blank(in: index.programme, forFile: file) }

  /// What a file would add to a plan and change in it; throws what is wrong with the file.
  func read(_ name: String, into plan: Plan, isNew: Bool) throws(Failure) -> ReadImport {
    let bytes = try surroundings.read(name).get()
    let isDocument =
      DocumentForm(fileName: name) != nil
      || name == "-" && !bytes.starts(with: Array("PK".utf8)) && !ImportFile.isTable(bytes)
    let proposal =
      isDocument
      ? ImportProposal(of: try document(bytes, name), into: plan)
      : try table(bytes, name, into: plan, isNew: isNew)
    if proposal.trusts.count > 1, !keepsGoing {
      throw .importing(.severalTrusts(name: name, proposal.trusts))
    }
    if !proposal.faults.isEmpty, !keepsGoing {
      throw .importing(.faulty(name: name, proposal.words))
    }
    if !proposal.faults.isEmpty, isNew,
      !proposal.entries.contains(where: { $0.id != nil && $0.counts })
    {
      throw .importing(.allFaulty(name: name, proposal.words))
    }
    return try ReadImport(proposal, of: name, for: index)
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
  let edits: [Edit]
  /// The plan after it, as it is judged.
  let assessment: Assessment

  /// Carries a proposal out; throws where that exceeds what a plan can hold.
  init(_ proposal: ImportProposal, of name: String, for index: ProgrammeIndex) throws(Failure) {
    self.name = name
    self.proposal = proposal
    edits = proposal.edits()
    do throws(ImportMisfit) {
      assessment = try proposal.assessment(after: edits, against: index)
    } catch { throw .importing(.doesNotFit(name: name, error)) }
  }

  /// What is wrong, and what was left out and read in another way, for standard error.
  var outcome: Outcome {
    Outcome(
      standardError: proposal.words.map { VisibleText.safe("\(name): \($0)") + "\n" }.joined(),
      exitStatus: proposal.faults.isEmpty ? .fine : .findings)
  }
}

extension ImportProposal {
  /// What is wrong, and what was left out and read in another way.
  fileprivate var words: [String] {
    faultsInWords + remarks + [columnsNotRead].compactMap(\.self)
  }
}
