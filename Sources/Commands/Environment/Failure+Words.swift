import Documents
import Exports
import Procurement
import Sessions
import Text

/// The only place that words failures. Each message says what is wrong, then what to do.
extension Failure {
  /// What is wrong, without the name of the file.
  var message: String {
    switch self {
    case .session(let error): error.message
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
    case .misplacedCommand(let word, let corrected):
      "\(quoted(word)) is a command, which goes before its options; "
        + (corrected.map { "run `calloff \($0)`" } ?? "`calloff \(word) --help` lists them")
    case .noDocument(let name):
      "\(quoted(name)) does not exist; open it in a terminal, or with `--plain`, to create it"
    case .documentNotCreated(let name):
      "\(quoted(name)) does not exist, and the input ended; answer with `y` to create it"
    case .terminal(let words): words
    case .faultyTrusts: "not a valid register of trusts; fix the errors listed"
    case .unknownGroup(let name):
      "this computer has no group \(quoted(name)); `getent group` lists its groups"
    case .notHeads(let name, let line):
      "line \(line) of \(quoted(name)) is not one that `calloff store check --heads` writes; give the "
        + "file as it was written"
    case .unfitFormat(let format, let report):
      "`--report \(report.rawValue)` has no format \(quoted(format.rawValue)); use one of "
        + listed(report.formats.map(\.rawValue))
    case .fundingOfPortfolio:
      "a portfolio's funding is not explained; check its documents with `--report findings`"
    case .spreadsheetOnTerminal:
      "a spreadsheet cannot be shown on a terminal; name a file for it with `-o FILE`"
    case .importing(let failure): failure.message
    case .faultyPlans: "plans cannot be read; fix the errors listed"
    case .unpublishable(let fault): fault.message
    case .unwritten(let name, .exists):
      "\(quoted(name)) already exists; choose another name, or give `--replace`"
    case .unwritten(let name, let error): error.message(for: name)
    case .unwritable(let reason):
      "standard output cannot be written (\(reason)); free some space, or redirect it"
    }
  }

  /// The text for standard error, with a line break after each line.
  var standardError: String {
    switch self {
    case .session(let error): error.standardError
    case .importing(let failure): failure.standardError
    case .faultyProgramme(let name, let list), .faultyTheme(let name, let list),
      .faultyConfiguration(let name, let list), .faultyKeys(let name, let list),
      .faultyTrusts(let name, let list):
      list.text(in: name)
    case .faultyPlans(let files): files.map(\.standardError).joined()
    case .unknownCode, .unknownCategory, .unknownTheme, .noCommand, .misplacedCommand, .noDocument,
      .documentNotCreated, .terminal, .unwritable, .unwritten, .unknownGroup, .notHeads,
      .unfitFormat,
      .fundingOfPortfolio, .spreadsheetOnTerminal, .unpublishable:
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
