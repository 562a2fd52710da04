import Documents
import Procurement
import Sessions
import Stores
import Synchronization
import Validation

/// The plans of an export, handed over one after the other.
///
/// All are read first, so that nothing is written if one of them cannot be. Documents are then read
/// again one by one, since the columns of a portfolio have no notes and no reasons of waivers.
struct ExportedPlans {
  private let reading: PortfolioReading
  private let input: PlanInput
  private let programme: Programme
  /// What to say of plans that were named twice.
  let remarks: String
  /// The document that could not be read again.
  private var changed: String?

  /// The plans that arguments name; an error if one of them cannot be read.
  init(
    _ arguments: PlanArguments, for programme: Programme, in surroundings: CommandEnvironment
  ) throws(Failure) {
    var surroundings = surroundings
    surroundings.files = surroundings.files.keepingStandardInput
    input = try arguments.inputOrStore(in: surroundings)
    self.programme = programme
    reading = input.portfolio(for: programme)
    remarks = input.distinct.standardError
    guard reading.faulty.isEmpty else { throw .faultyPlans(reading.faulty) }
  }

  /// Title, trust and date of each plan, and where it comes from.
  var headers: [(header: Plan.Header, source: String)] {
    reading.portfolio.plans.map { ($0.header, $0.source) }
  }

  /// Hands over each plan with its source.
  mutating func forEach(
    _ take: (Plan, String) throws(FileError) -> Void
  ) throws(FileError) {
    for plan in reading.portfolio.plans {
      try take(try read(plan), plan.source)
    }
  }

  private mutating func read(_ plan: PortfolioPlan) throws(FileError) -> Plan {
    if plan.source == input.table?.lines { return plan.plan(reading.portfolio.strings) }
    do throws(SessionError) {
      return try input.files.document(plan.source, for: programme).plan
    } catch {
      changed = plan.source
      throw .changedOnDisk
    }
  }

  /// Why the export to a file or folder failed.
  func failure(_ error: FileError, writing name: String) -> Failure {
    .unwritten(name: changed ?? name, error)
  }
}

extension FileAccess {
  /// The same, with standard input read only once.
  fileprivate var keepingStandardInput: FileAccess {
    let kept = KeptInput()
    var files = self
    files.read = { [read] name in
      name == "-" ? kept.value { read(name) } : read(name)
    }
    return files
  }
}

/// What was read from standard input.
private final class KeptInput: Sendable {
  private let kept = Mutex<Result<[UInt8], FileError>?>(nil)

  func value(_ read: () -> Result<[UInt8], FileError>) -> Result<[UInt8], FileError> {
    kept.withLock { kept in
      let value = kept ?? read()
      kept = value
      return value
    }
  }
}
