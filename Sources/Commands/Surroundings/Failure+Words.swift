import Documents
import Procurement
import Stores
import Text

/// The one place where failures become words, which end with what to do.
extension Failure {
  /// What is wrong, without saying in which file.
  var message: String {
    switch self {
    case .unreadable(let name, let error): error.message(for: name)
    case .faultyPlan: "this is no plan; mend the faults that are listed"
    case .faultyProgramme: "this is no programme; mend the faults that are listed"
    case .faultyKeys: "these keys cannot be; mend the faults that are listed"
    case .unknownCode(let word): Failure.message(forUnknownCode: word)
    case .unknownCategory(let word, let known): unknown("category", word, known: known)
    case .unknownTheme(let word, let known, let isFromEnvironment):
      (isFromEnvironment ? "`CALLOFF_THEME`: " : "") + unknown("theme", word, known: known)
    case .faultyTheme: "this is no theme; mend the faults that are listed"
    case .faultyConfiguration: "this is no configuration; mend the faults that are listed"
    case .noCommand(let word, near: let near?):
      "no command \(quoted(word)); did you mean \(quoted(near))?"
    case .noCommand(let word, near: nil):
      "no file, plan or command \(quoted(word)); `calloff --help` lists the commands"
    case .noDocument(let name):
      "\(quoted(name)) does not exist; open it at a terminal, or with `--plain`, to create it"
    case .portfolioWithoutScreen(let name):
      "\(quoted(name)) has many plans, which need a screen; name one of them, or leave `--plain` out"
    case .terminal(let words): words
    case .store(let path, let error): error.message(for: path)
    case .noStorePlace: "there is no place for a store; set `HOME`, or name one with `--store`"
    case .noPlan(let name, let near):
      "the store has no plan \(quoted(name)); "
        + (near.map { "did you mean \(quoted($0))?" } ?? "`calloff` lists those it has")
    case .severalPlans(let name, let numbers):
      "several plans are called \(quoted(name)); name one by its number: "
        + numbers.map(String.init).joined(separator: ", ")
    case .noVersion(let name, let plan, let known, let steps):
      "plan \(plan) has no version \(quoted(name)); "
        + (known.isEmpty ? "it has no named versions" : "its versions are \(listed(known))")
        + (steps > 0 ? ", and a number from 1 to \(steps) names a step" : "")
    case .severalVersions(let name, let names):
      "several versions have \(quoted(name)) in their names: \(listed(names)); write more of one"
    case .faultyTrusts: "this is no register of trusts; mend the faults that are listed"
    case .unknownGroup(let name):
      "this computer has no group \(quoted(name)); `getent group` lists those it has"
    case .unfitFormat(let format, let report):
      "`--report \(report.rawValue)` has no form \(quoted(format.rawValue)); it has "
        + listed(report.formats.map(\.rawValue))
    case .unwritable(let reason):
      "standard output cannot be written (\(reason)); make room, or send it elsewhere"
    }
  }

  /// What standard error says, with a line break after each line.
  var talk: String {
    switch self {
    case .unreadable(let name, _):
      faults(of: FaultList(Fault(place: .start, message: message)), in: name)
    case .faultyProgramme(let name, let list), .faultyPlan(let name, let list),
      .faultyTheme(let name, let list), .faultyConfiguration(let name, let list),
      .faultyKeys(let name, let list), .faultyTrusts(let name, let list):
      faults(of: list, in: name)
    case .unknownCode, .unknownCategory, .unknownTheme, .noCommand, .noDocument, .terminal,
      .unwritable, .store, .noStorePlace, .noPlan, .severalPlans, .noVersion, .severalVersions,
      .unknownGroup,
      .unfitFormat, .portfolioWithoutScreen:
      VisibleText.safe("calloff: \(message)") + "\n"
    }
  }

  private static func message(forUnknownCode word: String) -> String {
    let near = FindingCode.codes(near: word)
    if near.isEmpty { return "unknown code \(quoted(word)); `calloff explain` lists all codes" }
    let codes = listed(near.map(\.rawValue))
    return "unknown code \(quoted(word)); did you mean \(near.count == 1 ? "" : "one of ")\(codes)?"
  }
}

/// A document's faults, one a line, the way compilers do.
func faults(of list: FaultList, in name: String) -> String {
  var text = ""
  for fault in list.faults {
    text.append(VisibleText.safe("\(name):\(fault.place): \(fault.message)") + "\n")
  }
  if let closing = list.closing { text.append(VisibleText.safe("\(name): \(closing)") + "\n") }
  return text
}
