public import Procurement

/// Where a portfolio is read from.
public enum PortfolioSource: Hashable, Sendable {
  /// All plan documents of a folder.
  case folder(String)
  /// A table of the lines of many trusts, and one of their funds.
  case table(lines: String, funds: String?)
  /// All plans of the store.
  case store

  /// What people call it.
  var name: String {
    switch self {
    case .folder(let path): path
    case .table(let lines, _): lines
    case .store: "the plans of the store"
    }
  }
}

/// How far a portfolio is read.
public struct LoadingProgress: Hashable, Sendable {
  /// What is being done.
  public enum Stage: Hashable, Sendable {
    /// So many of so many documents are read.
    case documents(Int, of: Int)
    /// So many of so many plans of the store are read.
    case plans(Int, of: Int)
    /// So many bytes are read; of how many where that is known.
    case bytes(Int, of: Int?)
    /// All is read, and the rules are applied.
    case judging
  }

  /// What is being done.
  public var stage: Stage
  /// How many lines there are so far; nil where nobody counts them yet.
  public var lines: Int?

  /// Progress.
  public init(_ stage: Stage, lines: Int? = nil) {
    self.stage = stage
    self.lines = lines
  }

  /// The part that is done, from 0 to 1; nil where nobody knows the whole.
  var part: Double? {
    switch stage {
    case .documents(let done, of: let all), .plans(let done, of: let all):
      all == 0 ? 1 : Double(done) / Double(all)
    case .bytes(let done, of: let all?) where all > 0: min(1, Double(done) / Double(all))
    case .bytes: nil
    case .judging: 1
    }
  }
}

/// What the workbench asks for a portfolio.
public enum PortfolioEffect: Equatable, Sendable {
  /// Start reading one, perhaps with the latest plan of each trust only; `look` asks for the result.
  case load(PortfolioSource, latestOnly: Bool)
  /// Say how far that is, or what has come of it.
  case look
  /// Cancel that.
  case cancel
  /// Open a plan for editing; a part of a table as the table has it.
  case open(PlanOrigin, Plan?)
}

/// What comes of that.
public enum PortfolioOutcome: Sendable {
  /// It is being read.
  case progress(LoadingProgress)
  /// It is there.
  case loaded(LoadedPortfolio)
  /// It cannot be read; why, in words.
  case failed(String)
  /// A plan is open.
  case opened(PlanStart)
}
