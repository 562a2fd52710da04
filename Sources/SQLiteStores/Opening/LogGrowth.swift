/// When the write-ahead log of a store is due to be carried over into its file.
struct LogGrowth {
  /// How many bytes the log grows by in between, about a thousand pages.
  static let step = 4 << 20

  /// The size up to which it was carried over last.
  private var done = 0

  /// Whether it has grown enough; `size` is what it has now. It is shorter when it has started anew.
  mutating func isDue(at size: Int) -> Bool {
    if size < done { done = 0 }
    return size - done >= LogGrowth.step
  }

  /// Notes that it was carried over at a size.
  mutating func note(_ size: Int) { done = size }
}
