import Documents
import Presence
import Procurement
import Reports
import Stores
import Validation
import Workbench

/// Writing reports of the open plan.
extension EffectRunner {
  /// Writes a report to a file that only the user can read.
  func writeReport(of plan: Plan, to name: String, isReplacing: Bool) -> EffectOutcome {
    guard let format = Report.Format(fileName: name) else {
      return .failed("not written: \(quoted(name)) does not end as a report does")
    }
    let origin = paperOrigin
    let subject = Report.Subject(plan, named: origin.source, against: index, trustRegister)
    let report = Report(on: subject, from: origin)
    do throws(FileError) {
      try FileOutput.live.write(NewDocument.expanded(name), isReplacing) {
        write throws(FileError) in
        try report.write(as: format, write)
      }
      return .reported(name: name)
    } catch {
      return error == .exists ? .reportExists(name: name) : .failed(error.message(for: name))
    }
  }

  /// The register of trusts in the store; nil if there is none that can be read.
  private var trustRegister: TrustRegister? {
    guard let store, let trusts = try? store.store.trusts() else { return nil }
    return TrustRegister(trusts)
  }

  /// What a report says of where the plan comes from.
  private var paperOrigin: PaperOrigin {
    let number = session?.number.map { "plan \($0.rawValue) of the store" }
    return PaperOrigin(
      source: file?.name ?? number ?? "a plan that is not saved yet",
      version: session?.number == nil ? nil : session.map { "step \($0.known)" },
      date: .today, author: Identity.current.name, program: "calloff \(Release.version)")
  }
}
