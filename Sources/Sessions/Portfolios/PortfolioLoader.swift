import Dispatch
import Synchronization
import Validation
import Workbench

/// Reads a portfolio on another thread, and wakes the session when there is progress or a result.
final class PortfolioLoader: Sendable {
  /// Takes note of progress; false where the reading is cancelled.
  typealias Report = @Sendable (LoadingProgress) -> Bool
  /// Reads a portfolio; nil where it was cancelled.
  typealias Reading = @Sendable (PortfolioSource, Report) throws(LoadingFailure) -> LoadedPortfolio?

  private struct State {
    var progress: LoadingProgress?
    var outcome: PortfolioOutcome?
    /// When the session was last woken.
    var woken: ContinuousClock.Instant?
  }

  /// The time between two wake-ups, so that the session does not draw more often than can be seen.
  private static let pause = Duration.milliseconds(50)

  private let state = Mutex(State())
  private let isCancelled = Atomic(false)
  /// Is rung when there is progress or a result.
  private let wakeUp: WakeUp

  /// Starts reading on another thread.
  init(_ source: PortfolioSource, ringing wakeUp: WakeUp, _ read: @escaping Reading) {
    self.wakeUp = wakeUp
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      do throws(LoadingFailure) {
        guard let loaded = try read(source, { self.report($0) }) else { return }
        end(.loaded(loaded))
      } catch {
        end(.failed(error.message))
      }
    }
  }

  /// Stops reading.
  func cancel() { isCancelled.store(true, ordering: .relaxed) }

  /// The result, once, or the progress; nil where there is nothing new.
  func look() -> PortfolioOutcome? {
    wakeUp.clear()
    return state.withLock { state in
      defer {
        state.outcome = nil
        state.progress = nil
      }
      return state.outcome ?? state.progress.map { .progress($0) }
    }
  }

  private func report(_ progress: LoadingProgress) -> Bool {
    let isDue = state.withLock { state in
      state.progress = progress
      let now = ContinuousClock.now
      if let woken = state.woken, now - woken < PortfolioLoader.pause, progress.stage != .judging {
        return false
      }
      state.woken = now
      return true
    }
    if isDue { wakeUp.ring() }
    return !isCancelled.load(ordering: .relaxed)
  }

  private func end(_ outcome: PortfolioOutcome) {
    state.withLock { $0.outcome = outcome }
    wakeUp.ring()
  }
}

/// Why a portfolio cannot be read, in words.
struct LoadingFailure: Error {
  let message: String
}
