import Glibc
import Validation
import Workbench

/// What a session is to begin on.
struct SessionRequest {
  /// A plan document, a folder of them, a table of lines, or a plan of the store by its name; nil for
  /// the plans of the store.
  let plan: String?
  /// The table of the funds that the lines of a table draw on.
  var funds: String?
  /// The programme, ready for judging.
  let index: ProgrammeIndex
  /// The store that the session works at.
  let store: StoreWish

  /// The portfolio that is meant; nil where one plan is.
  var portfolio: PortfolioSource? {
    guard let plan else { return nil }
    if isFolder(plan) { return .folder(plan) }
    return plan.lowercased().hasSuffix(".csv") ? .table(lines: plan, funds: funds) : nil
  }
}

/// Whether a path is a folder's.
private func isFolder(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
