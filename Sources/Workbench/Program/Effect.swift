public import Imports
public import Procurement
import Stores

/// What the workbench asks the world to do.
public enum Effect: Equatable, Sendable {
  /// Write the plan to its document, in the place of what is known to be there.
  case write(Plan, over: DocumentWrite)
  /// Write the plan to a new document of that name, never over an existing one.
  case writeNew(Plan, name: String)
  /// Write a copy of the plan to a new document of that name; the plan's own document stays its
  /// own.
  case writeCopy(Plan, name: String)
  /// Write a report of the plan to a file of that name, whose ending says in which format; over an
  /// existing file only where that is said.
  case writeReport(Plan, name: String, isReplacing: Bool)
  /// Create a document of that name with a plan, never over an existing file, and open it.
  case create(Plan, name: String)
  /// Keep changes that are not saved anywhere, because the session ends; `replacing` those
  /// of an earlier session that they go on from.
  case keepUnsaved(Plan, replacing: Bool)
  /// Remove the unsaved changes of an earlier session, which are saved now or not wanted.
  case discardUnsaved
  /// Keep what is tried out for the next session on the plan, or, with nil, nothing of it any more.
  case keepWhatIf(UnsavedPlan?)
  /// Remove what an earlier session tried out, which is taken up now or not wanted.
  case discardWhatIf
  /// Ask for a portfolio, or for one of its plans.
  case portfolio(PortfolioEffect)
  /// Ask the store for something.
  case store(StoreEffect)
  /// List what a folder has that can be imported.
  case listFolder(String)
  /// Read a spreadsheet or a table to import it.
  case readImport(String)
  /// Put a text on the user's clipboard.
  case copy(String)
  /// Keep the columns of lines that the user chose, by width, for later sessions.
  case keepColumns([String: [String]])
  /// Apply the theme of that name.
  case applyTheme(String)
  /// Stop until the shell continues the program.
  case suspend
  /// Draw everything again.
  case redraw
  /// End.
  case finish
}

/// What a document is that the plan is to be written over.
public enum DocumentState: Hashable, Sendable {
  /// As it was read or written last.
  case known
  /// As it was found changed, and the user has decided what of it stays.
  case changed
  /// Gone.
  case missing
}

/// What the user has to agree to before a document is written over.
public enum WriteConsent: Hashable, Sendable {
  /// Its comments are lost.
  case comments
  /// Its permissions do not let the user write to it, though it can be replaced.
  case protected
}

/// How a plan is to be written over its document.
public struct DocumentWrite: Hashable, Sendable {
  /// What the document is.
  public var state: DocumentState
  /// What the user has agreed to.
  public var consents: Set<WriteConsent> = []

  /// Over the document as it was read or written last.
  public static let known = DocumentWrite(state: .known)
  /// Over the document as it was found changed.
  public static let changed = DocumentWrite(state: .changed)
  /// In the place of a document that is gone.
  public static let missing = DocumentWrite(state: .missing)

  /// The same with one more consent.
  func consenting(to consent: WriteConsent) -> DocumentWrite {
    var write = self
    write.consents.insert(consent)
    return write
  }
}

/// What came of an effect.
public enum EffectOutcome: Sendable {
  /// The plan is on disk, in the document of that name.
  case written(name: String)
  /// A copy of the plan is on disk, in the document of that name.
  case copied(name: String)
  /// A report is on disk, in the file of that name.
  case reported(name: String)
  /// The report was not written, since a file has its name.
  case reportExists(name: String)
  /// A new document is on disk, and its plan is open.
  case created(PlanStart)
  /// The document is another plan on disk than it was when it was read, so it was not touched.
  case documentChanged(ChangedDocument)
  /// The document was not touched, because writing it needs the user's consent.
  case needsConsent(WriteConsent, DocumentWrite)
  /// The document is gone, and was not made again.
  case documentMissing
  /// What is in the document's place is not a plan, so it was not touched; in words.
  case documentNotPlan(String)
  /// Unsaved changes are kept, or could not be; why, in words.
  case unsavedKept(failure: String?)
  /// What is tried out is kept, or could not be; why, in words.
  case whatIfKept(failure: String?)
  /// What came of a portfolio.
  case portfolio(PortfolioOutcome)
  /// What a folder has that can be imported.
  case folder(ImportFolder)
  /// A file that was read to be imported.
  case imported(ImportFile)
  /// The store's answer.
  case store(StoreOutcome)
  /// It could not be written, in words.
  case failed(String)
}
