import Documents
import Imports
import Procurement
import Text
import Workbench

/// Why nothing is imported.
enum ImportFailure: Error, Hashable, Sendable {
  /// Rows or the file itself are faulty, each said with its place, and what else there is to know.
  case faulty(name: String, [String])
  /// No row of a new plan is without faults.
  case allFaulty(name: String, [String])
  /// The rows are of several trusts.
  case severalTrusts(name: String, [String])
  /// The file cannot be read; where and why.
  case unreadable(name: String, String)
  /// A column that was named does not exist, or the field is unknown.
  case unknownColumn(name: String, ColumnChoice)
  /// No sheet names columns of a plan.
  case nothingFound(name: String, sheets: [String])
  /// The plan cannot have what would be imported.
  case doesNotFit(name: String, ImportMisfit)
  /// The document's comments would be lost.
  case hasComments(name: String)
  /// An earlier version of a plan was named.
  case earlierVersion(name: String)
  case frozen(name: String)
  /// Another session changed the plan while the file was read.
  case changedMeanwhile(name: String)

  /// What is wrong, and what to do.
  var message: String {
    switch self {
    case .faulty:
      "nothing is imported; fix the errors listed, or leave those rows out with "
        + "`--keep-going`"
    case .allFaulty: "nothing is imported: no row is without errors; fix those listed"
    case .severalTrusts(let name, let trusts):
      "\(quoted(name)) has rows of \(trusts.count) trusts (\(listed(Array(trusts.prefix(8))))"
        + (trusts.count > 8 ? " and others" : "")
        + "), and a plan is of one; import a table with the rows of one trust at a time"
    case .unreadable(_, let words): words
    case .unknownColumn(let name, let choice):
      "\(quoted(name)) has no column \(quoted(choice.column)), or \(quoted(choice.field)) is not a "
        + "field of its sheet; `--map COLUMN=FIELD` names a heading or a letter"
    case .nothingFound(let name, let sheets):
      "\(quoted(name)) has no rows below headings such as `service` and `supplier`"
        + (sheets.count > 1 ? " on the sheets \(listed(sheets))" : "")
        + "; name a column with `--map COLUMN=service`"
    case .doesNotFit(let name, let misfit): "\(quoted(name))\(misfit.message)"
    case .hasComments(let name):
      "\(quoted(name)) has comments, which would be lost; add `--drop-comments`, or import the "
        + "document into the store first"
    case .earlierVersion(let name):
      "\(quoted(name)) is an earlier version, which cannot be changed; name the plan alone"
    case .frozen(let name): "\(quoted(name)) is frozen; reopen it in the workbench first"
    case .changedMeanwhile(let name):
      "another session has changed \(quoted(name)) meanwhile; run the import again"
    }
  }

  /// The text for standard error.
  var standardError: String {
    if case .unreadable(let name, let words) = self {
      return VisibleText.safe("\(name): \(words)") + "\n"
    }
    let lines: [String] =
      switch self {
      case .faulty(let name, let words), .allFaulty(let name, let words):
        words.map { "\(name): \($0)" }
      default: []
      }
    return (lines + ["calloff: \(message)"]).map { VisibleText.safe($0) + "\n" }.joined()
  }
}
