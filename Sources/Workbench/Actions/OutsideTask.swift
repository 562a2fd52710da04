import Procurement
import Stores

/// What users look for in the workbench that is done elsewhere, and where.
struct OutsideTask: Sendable {
  /// What it is, in a phrase.
  let title: String
  /// Other words by which users look for it.
  let synonyms: [String]
  /// Where it is done, in words.
  let place: String

  /// All such tasks, with commands about a plan.
  static func all(for plan: PlanInShell) -> [OutsideTask] {
    [
      OutsideTask(
        title: "list findings as text", synonyms: ["text"],
        place: "\(plan.check()) prints them"),
      OutsideTask(
        title: "export totals as CSV", synonyms: ["csv", "export"],
        place: plan.check("--report portfolio --format csv")),
      OutsideTask(
        title: "export findings as JSON", synonyms: ["json", "export", "sarif"],
        place: "\(plan.check("--format json")); with `sarif` instead of `json` as SARIF"),
      OutsideTask(
        title: "export tables of data", synonyms: ["data package", "duckdb", "pandas"],
        place: "`calloff export --format datapackage FOLDER`"),
      OutsideTask(
        title: "export open contracting data", synonyms: ["ocds", "publish"],
        place: "`calloff export --format ocds`"),
      OutsideTask(
        title: "import plans", synonyms: ["import", "load", "open file"],
        place: "`calloff import FILE`; `calloff FILE` opens one"),
      OutsideTask(
        title: "import a register of trusts", synonyms: ["load trusts"],
        place: "`calloff trusts import FILE`"),
      OutsideTask(
        title: "compare two plans", synonyms: ["diff", "difference"],
        place: "`calloff diff OLD NEW`"),
      OutsideTask(
        title: "back up the store", synonyms: ["backup"],
        place: "`calloff store backup FILE`"),
      OutsideTask(
        title: "paste rows", synonyms: ["paste", "insert rows"],
        place: "paste them into the plan's lines with the terminal's own key"),
      OutsideTask(
        title: "settings", synonyms: ["preferences", "configure", "options"],
        place: "`calloff doctor` says where they are kept"),
    ]
  }
}

/// How commands of a shell are given the open plan.
enum PlanInShell: Sendable {
  /// By its document, as an argument.
  case document(String)
  /// By its number in the store.
  case stored(PlanNumber)
  /// Not before it is written to a document.
  case unwritten
  /// None is open.
  case none

  /// The command that checks the plan, with options.
  func check(_ options: String = "") -> String {
    let check = ["calloff check", options].filter { !$0.isEmpty }.joined(separator: " ")
    return switch self {
    case .document(let argument): "`\(check) \(argument)`"
    case .stored(let number): "`\(check) \(number.rawValue)`"
    case .unwritten: "write the plan to a file first; `\(check) FILE`"
    case .none: "`\(check) FILE`"
    }
  }

  /// A path as an argument of a command, which no shell takes for anything else; nil where it has
  /// characters that cannot be shown.
  static func argument(_ path: String) -> String? {
    ShellWord.quoted(path.hasPrefix("-") ? "./\(path)" : path)
  }
}

extension WorkbenchProgram {
  /// How commands of a shell are given the open plan.
  var planInShell: PlanInShell {
    if let argument = document.name.flatMap(PlanInShell.argument) { return .document(argument) }
    guard isPlanOpen else { return .none }
    return journal?.plan.map { .stored($0) } ?? .unwritten
  }
}
