import Synchronization

/// Values of one state that are computed when they are first asked for. Whoever changes the state
/// replaces the whole object, so copies of the old state keep their own.
package final class KnownValues<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let known = Mutex<[Key: Value]>([:])

  /// Nothing known yet.
  package init() {}

  /// The value of a key, which `make` computes the first time.
  package func value(_ key: Key, _ make: () -> Value) -> Value {
    if let value = known.withLock({ $0[key] }) { return value }
    let value = make()
    known.withLock { $0[key] = value }
    return value
  }
}

/// What is computed on demand about one state of a plan.
struct KnownResults: Sendable {
  private enum Only { case one }

  private let shares = KnownValues<Only, OrderShares>()
  private let summaries = KnownValues<Only, MoneySummary>()

  func orderShares(_ make: () -> OrderShares) -> OrderShares { shares.value(.one, make) }

  func summary(_ make: () -> MoneySummary) -> MoneySummary { summaries.value(.one, make) }
}
