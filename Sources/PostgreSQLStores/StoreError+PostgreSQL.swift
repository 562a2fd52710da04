import Stores

extension StoreError {
  /// The store's error for a failed request, or one of reading its rows.
  init(_ error: any Error) {
    switch error {
    case let error as StoreError: self = error
    case PostgreSQLFailure.lost(let reason): self = .disconnected(reason)
    case PostgreSQLFailure.refused(let code, let message, let detail):
      self = StoreError.refusal(code, message, detail)
    default: self = .failed("\(error)")
    }
  }

  /// The error for an SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html), or
  /// one of the schema's own functions.
  private static func refusal(_ code: String, _ message: String, _ detail: String?) -> StoreError {
    switch code {
    case "CF001": .frozen
    case "CF002": .noPlan
    case "CF003": .unfit
    case "CF005": .hasScenarios(detail.flatMap { Int($0) } ?? 1)
    case "25006": .readOnly
    case "42501": .refused(message)
    case "53100": .noSpace
    case "3F000", "42P01", "42883": .notCreated
    case "54000", "22001": .failed("a text is too long")
    case _ where code.hasPrefix("23"): .unfit
    default: .failed("\(message), \(code)")
    }
  }
}

extension PostgreSQLFailure {
  /// Whether the same request may succeed when it is made again: two of them were in each other's
  /// way.
  var isPassing: Bool {
    if case .refused(code: "40001", _, _) = self { return true }
    if case .refused(code: "40P01", _, _) = self { return true }
    return false
  }
}
