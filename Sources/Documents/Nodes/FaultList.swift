/// All errors that prevent a document from being read, in the order of the document.
public struct FaultList: Error, Hashable, Sendable {
  /// How many faults a list stores by default; a file of another kind could have millions.
  public static let limit = 1_000

  /// How many faults this list stores.
  public let limit: Int

  /// The stored faults.
  public private(set) var faults: [Fault] = []
  /// How many more faults were found.
  public private(set) var omitted = 0

  /// An empty list that stores up to `limit` faults.
  public init(keeping limit: Int = FaultList.limit) { self.limit = limit }

  /// A list with one fault.
  public init(_ fault: Fault) {
    self.init()
    faults = [fault]
  }

  /// Whether the list is empty.
  public var isEmpty: Bool { faults.isEmpty }

  /// Whether further faults are only counted.
  public var isFull: Bool { faults.count >= limit }

  /// The message after the last stored fault, if more were found.
  public var closing: String? {
    omitted == 0 ? nil : "and \(omitted) more; fix these first"
  }

  /// Adds a fault, or only counts it if the list is full.
  public mutating func add(_ fault: Fault) {
    if faults.count < limit { faults.append(fault) } else { omitted += 1 }
  }

  /// Adds all faults of another list.
  public mutating func add(_ others: FaultList) {
    for fault in others.faults { add(fault) }
    omitted += others.omitted
  }

  /// Counts faults that are not stored.
  mutating func add(omitted count: Int) { omitted += count }

  /// The same faults in the order of the document; those at one place stay in the order found.
  public var inOrder: FaultList {
    var list = self
    list.faults = faults.enumerated()
      .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
      .map(\.element)
    return list
  }
}
