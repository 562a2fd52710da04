/// When the write-ahead log of a store is due for a checkpoint.
struct LogGrowth {
  /// How many bytes the log grows by between two checkpoints: about a thousand pages.
  static let step = 4 << 20

  /// The size that the log had at the last checkpoint.
  private var done = 0

  /// Whether the log has grown enough; `size` is its size now. A smaller one means a reset.
  mutating func isDue(at size: Int) -> Bool {
    if size < done { done = 0 }
    return size - done >= LogGrowth.step
  }

  /// Notes a checkpoint of a log of that size.
  mutating func note(_ size: Int) { done = size }
}
