import Documents
import Parallel
public import Procurement

/// Reads many plan documents, a batch of them in parallel.
///
/// `check` and the workbench read folders through it, so that both find the same plans.
public struct DocumentReader: Sendable {
  /// The plan of a document, by name, or why it cannot be read.
  public typealias Reading = Result<(name: String, plan: Plan), FaultyFile>

  /// How many documents are read between one report of progress and the next.
  private static let batch = 64

  private let files: FileAccess
  private let programme: Programme

  /// A reader of plans for a programme.
  public init(_ files: FileAccess, for programme: Programme) {
    self.files = files
    self.programme = programme
  }

  /// Reads documents and hands over their plans in order, so that no document is kept longer than
  /// its batch.
  ///
  /// `isWanted` is asked before each batch, with how many documents are read. Returns false where
  /// it said no.
  public func read(
    _ documents: [Result<String, FaultyFile>],
    while isWanted: (_ done: Int) -> Bool = { _ in true }, take: (Reading) -> Void
  ) -> Bool {
    for first in stride(from: 0, to: documents.count, by: DocumentReader.batch) {
      guard isWanted(first) else { return false }
      let batch = documents[first..<min(documents.count, first + DocumentReader.batch)]
      let plans = concurrentMap(batch.count) { place in plan(batch[first + place]) }
      for plan in plans { take(plan) }
    }
    return true
  }

  private func plan(_ document: Result<String, FaultyFile>) -> Reading {
    do throws(FaultyFile) {
      let name = try document.get()
      return .success((name, try files.plan(name, for: programme).plan))
    } catch {
      return .failure(error)
    }
  }
}
