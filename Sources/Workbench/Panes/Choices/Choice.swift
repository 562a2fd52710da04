import Imports
import Procurement
import Stores

/// A kind of fix for the findings of a code.
struct FixKind: Hashable, Sendable {
  let code: FindingCode
  /// What it does, without what is particular to one line.
  let words: String
}

/// A choice, with what it would lead to and what taking it does.
struct Choice: Sendable {
  /// What taking a choice does.
  enum Taking: Hashable, Sendable {
    /// Carries out edits.
    case edits([Edit])
    /// Fixes all findings of a code by one kind of fix.
    case fixAll(FixKind)
    /// Does nothing: the choice says why something is not offered.
    case nothing
    /// Opens a field of the line.
    case field(LineField)
    /// Opens the form of an alternative.
    case alternative(String)
    /// Adds an alternative, and opens its form.
    case addAlternative
    /// Opens a field for another supplier.
    case typeSupplier
    /// Asks why a finding is waived.
    case waive(FindingCode)
    /// Offers values for a field of all marked lines.
    case changeMarked(LineField)
    /// Offers how certain the funds of all marked lines are.
    case changeMarkedCertainty
    /// Changes all marked lines.
    case marked(MarkedChange)
    /// Sorts the rows, or puts them into the plan's order.
    case sort(LineOrder?)
    /// Sorts the rows of a portfolio, or restores their own order.
    case sortNodes(NodeOrder?)
    /// Puts a text on the clipboard.
    case copy(CopiedPart)
    /// Shows the form for a new plan, as far as that is described.
    case newPlan(NewPlan)
    /// Lists the trusts of the register for that form.
    case newPlanTrust(NewPlan)
    /// Opens a field of that form.
    case newPlanField(Property, NewPlan)
    /// Creates the plan that was described.
    case createPlan(NewPlan)
    /// Asks for the title of a copy of a plan, or for the name of a scenario of it.
    case copyPlan(PlanNumber, isScenario: Bool)
    /// Asks by how many per cent amounts change.
    case scale(ScaledAmounts)
    /// Lists the files and folders of a folder.
    case listFolder(String)
    /// Reads a file to import it.
    case importFile(String)
    /// Reads a column of what is imported as a field.
    case readColumn(ColumnPlace, ColumnField)
    /// Applies a theme.
    case applyTheme(String)
  }

  /// The word that a document has for it.
  var word = ""
  /// What it is, for people.
  var title: String
  /// Other names by which it is found.
  var synonyms: [String] = []
  /// The finding that it fixes, in words.
  var finding = ""
  /// What the line would be, where it is about one.
  var outcome: LineOutcome?
  /// Whether what it would cost is said, and not only who pays.
  var comparesCosts = false
  /// What else there is to say of it.
  var remark = ""
  /// What taking it does.
  var taking: Taking
  /// What taking it changes, where that is not what its edits say.
  var phrase: ChangePhrase?
  /// Whether it is what the line has now, or, in a list of several, whether it is in.
  var isCurrent = false

  /// The kind of fix that it is, where other findings may have one of the same kind.
  var fixKind: FixKind?

  /// What taking it would do to the plan, where that has been worked out.
  var preview: Message?

  /// What the line would be, and which errors, warnings and unfunded the plan would have, in words.
  var effectInWords: String {
    [outcomeWords, preview?.report?.brief ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// What it would lead to, in words.
  var outcomeWords: String {
    outcome.map { comparesCosts ? $0.costWords : $0.words } ?? remark
  }

  /// The edits that take it; none where taking it does something else.
  var edits: [Edit] {
    if case .edits(let edits) = taking { return edits }
    return []
  }
}
