public import Procurement
import Stores

/// What the workbench asks the world to do.
public enum Effect: Equatable, Sendable {
  /// Write the plan to its document; `overwriting` what changed there meanwhile.
  case write(Plan, overwriting: Bool)
  /// Write the plan to a new document of that name, never over an existing one.
  case writeNew(Plan, name: String)
  /// Keep unsaved work beside the document, because the terminal is going away.
  case keep(Plan)
  /// Throw away what was kept of an earlier session.
  case forgetKept
  /// Ask for a portfolio, or for one of its plans.
  case portfolio(PortfolioEffect)
  /// Ask the store for something.
  case store(StoreEffect)
  /// Put a text on the clipboard of whoever looks.
  case copy(String)
  /// Look like the theme of that name from now on.
  case wear(String)
  /// Stop until the shell continues the program.
  case suspend
  /// Draw everything again.
  case redraw
  /// End.
  case finish
}

/// What came of an effect.
public enum EffectOutcome: Sendable {
  /// The plan is on disk, in the document of that name.
  case written(name: String)
  /// The document is another plan on disk than it was when it was read, so it was not touched.
  case documentChanged(ChangedDocument)
  /// The document changed on disk since it was read and is no plan, so it was not touched.
  case changedOnDisk
  /// What came of a portfolio.
  case portfolio(PortfolioOutcome)
  /// The store's answer.
  case store(StoreOutcome)
  /// It could not be written, in words.
  case failed(String)
}
