public import Procurement
import Spreadsheets

/// What is imported, into which plan, and how it is read.
public struct ImportRequest: Sendable {
  /// The file, or what was pasted.
  public let file: ImportFile
  /// The plan that they are compared with; for a new plan one without lines.
  public var plan: Plan
  /// Whether the plan is new, so that it gets the years of the amounts.
  public var isNewPlan = false
  /// Columns whose meaning was chosen by their names.
  public var choices: [ColumnChoice] = []
  /// Columns whose meaning was chosen by their places.
  public var fields: [ColumnPlace: ColumnField] = [:]
  /// Whether rows with the id of a line of the plan change that line; else they are new lines.
  public var changesLines = true
  /// The most rows of lines that are read.
  public var mostLines = Int.max
  /// What the user can do where the plan lacks a year, in words.
  public var yearsHint = "add it to the plan's years first"
  let programme: Programme

  /// An import of a file into a plan.
  public init(_ file: ImportFile, into plan: Plan, for programme: Programme) {
    (self.file, self.plan, self.programme) = (file, plan, programme)
  }

  var tables: [SheetTable] { file.tables }
}
