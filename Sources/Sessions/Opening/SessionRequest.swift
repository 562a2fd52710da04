import Glibc
public import Validation
import Workbench

/// What a session is to open.
public struct SessionRequest {
  /// A plan document, a folder of them, a table of lines, or a plan of the store by its name; nil
  /// for the plans of the store.
  public let plan: String?
  /// The table of the funds that the lines of a table draw on.
  public let funds: String?
  /// Whether portfolios have only the latest plan of each trust.
  public let latestOnly: Bool
  /// The programme, ready for judging.
  public let index: ProgrammeIndex
  /// The store of the session.
  public let store: StoreLocation

  /// A request.
  public init(
    plan: String?, funds: String? = nil, latestOnly: Bool = false, index: ProgrammeIndex,
    store: StoreLocation
  ) {
    self.plan = plan
    self.funds = funds
    self.latestOnly = latestOnly
    self.index = index
    self.store = store
  }

  /// The portfolio that is asked for; nil where it is one plan.
  var portfolio: PortfolioSource? {
    guard let plan else { return nil }
    if isFolder(plan) { return .folder(plan) }
    return plan.lowercased().hasSuffix(".csv") ? .table(lines: plan, funds: funds) : nil
  }
}

/// Whether a path leads to a folder.
private func isFolder(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
