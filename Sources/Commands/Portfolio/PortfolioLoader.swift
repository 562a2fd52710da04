import Dispatch
import Synchronization
import Validation
import Workbench

/// Reads a portfolio beside the session, which is told when there is something to ask.
final class PortfolioLoader: Sendable {
  /// Takes note of progress; false where the reading is to end.
  typealias Report = @Sendable (LoadingProgress) -> Bool
  /// Reads a portfolio; nil where it was told to end.
  typealias Reading = @Sendable (PortfolioSource, Report) throws(LoadingFailure) -> LoadedPortfolio?

  private struct State {
    var progress: LoadingProgress?
    var outcome: PortfolioOutcome?
    /// When the session was told last.
    var told: ContinuousClock.Instant?
  }

  /// How long a session is left alone, so that it does not draw more than can be seen.
  private static let pause = Duration.milliseconds(50)

  private let state = Mutex(State())
  private let isCancelled = Atomic(false)
  /// Is rung when there is something to ask.
  private let bell: Bell

  /// Begins to read on another thread.
  init(_ source: PortfolioSource, ringing bell: Bell, _ read: @escaping Reading) {
    self.bell = bell
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      do throws(LoadingFailure) {
        guard let loaded = try read(source, { self.report($0) }) else { return }
        end(.loaded(loaded))
      } catch {
        end(.failed(error.message))
      }
    }
  }

  /// Gives the reading up.
  func cancel() { isCancelled.store(true, ordering: .relaxed) }

  /// What has come of it, once, or how far it is; nil where there is nothing new.
  func look() -> PortfolioOutcome? {
    bell.hear()
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
      if let told = state.told, now - told < PortfolioLoader.pause, progress.stage != .judging {
        return false
      }
      state.told = now
      return true
    }
    if isDue { bell.ring() }
    return !isCancelled.load(ordering: .relaxed)
  }

  private func end(_ outcome: PortfolioOutcome) {
    state.withLock { $0.outcome = outcome }
    bell.ring()
  }
}

/// Why a portfolio cannot be had, in words.
struct LoadingFailure: Error {
  let message: String
}
