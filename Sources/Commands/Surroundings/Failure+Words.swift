import Documents
import Procurement
import Stores
import Text

/// The only place that words failures. Each message says what is wrong, then what to do.
extension Failure {
  /// What is wrong, without the name of the file.
  var message: String {
    switch self {
    case .unreadable(let name, let error): error.message(for: name)
    case .faultyPlan: "not a valid plan; fix the errors listed"
    case .faultyProgramme: "not a valid programme; fix the errors listed"
    case .faultyKeys: "invalid key bindings; fix the errors listed"
    case .unknownCode(let word): Failure.message(forUnknownCode: word)
    case .unknownCategory(let word, let known): unknown("category", word, known: known)
    case .unknownTheme(let word, let known, let isFromEnvironment):
      (isFromEnvironment ? "`CALLOFF_THEME`: " : "") + unknown("theme", word, known: known)
    case .faultyTheme: "not a valid theme; fix the errors listed"
    case .faultyConfiguration: "not a valid configuration; fix the errors listed"
    case .noCommand(let word, near: let near?):
      "no command \(quoted(word)); did you mean \(quoted(near))?"
    case .noCommand(let word, near: nil):
      "no file, plan or command \(quoted(word)); `calloff --help` lists the commands"
    case .noDocument(let name):
      "\(quoted(name)) does not exist; open it in a terminal, or with `--plain`, to create it"
    case .portfolioWithoutScreen(let name):
      "\(quoted(name)) is a portfolio, which needs the full-screen mode; name one of its plans, or "
        + "omit `--plain`"
    case .terminal(let words): words
    case .store(let path, let error): error.message(for: path)
    case .noStorePlace:
      "cannot tell where the store is; set `HOME`, or give its path with `--store`"
    case .noPlan(let name, let near):
      "the store has no plan \(quoted(name)); "
        + (near.map { "did you mean \(quoted($0))?" } ?? "`calloff` lists its plans")
    case .severalPlans(let name, let numbers):
      "several plans are called \(quoted(name)); use a number instead: "
        + numbers.map(String.init).joined(separator: ", ")
    case .noVersion(let name, let plan, let known, let steps):
      "plan \(plan) has no version \(quoted(name)); "
        + (known.isEmpty ? "it has no named versions" : "its versions are \(listed(known))")
        + (steps > 0 ? "; or give a step's number, 1 to \(steps)" : "")
    case .severalVersions(let name, let names):
      "\(quoted(name)) matches several versions: \(listed(names)); write more of the name"
    case .faultyTrusts: "not a valid register of trusts; fix the errors listed"
    case .unknownGroup(let name):
      "this computer has no group \(quoted(name)); `getent group` lists its groups"
    case .unfitFormat(let format, let report):
      "`--report \(report.rawValue)` has no format \(quoted(format.rawValue)); use one of "
        + listed(report.formats.map(\.rawValue))
    case .unwritable(let reason):
      "standard output cannot be written (\(reason)); free some space, or redirect it"
    }
  }

  /// The text for standard error, with a line break after each line.
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

/// A document's errors as compilers print them, one a line.
func faults(of list: FaultList, in name: String) -> String {
  var text = ""
  for fault in list.faults {
    text.append(VisibleText.safe("\(name):\(fault.place): \(fault.message)") + "\n")
  }
  if let closing = list.closing { text.append(VisibleText.safe("\(name): \(closing)") + "\n") }
  return text
}
