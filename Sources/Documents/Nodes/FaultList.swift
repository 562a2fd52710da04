/// Everything that keeps a document from being read, in the order of the document.
public struct FaultList: Error, Hashable, Sendable {
  /// How many faults are kept unless a list says otherwise; a file that is something else
  /// altogether could have millions.
  public static let limit = 1_000

  /// How many faults this list keeps.
  public let limit: Int

  /// The faults that are kept.
  public private(set) var faults: [Fault] = []
  /// How many more there were.
  public private(set) var omitted = 0

  /// No faults yet, and how many are to be kept.
  public init(keeping limit: Int = FaultList.limit) { self.limit = limit }

  /// One fault.
  public init(_ fault: Fault) {
    self.init()
    faults = [fault]
  }

  /// Whether nothing is wrong.
  public var isEmpty: Bool { faults.isEmpty }

  /// Whether further faults are only counted.
  public var isFull: Bool { faults.count >= limit }

  /// What to say after the last fault where there were more than are kept.
  public var closing: String? {
    omitted == 0 ? nil : "and \(omitted) more; mend these first"
  }

  /// Adds a fault, or counts it where enough are kept.
  public mutating func add(_ fault: Fault) {
    if faults.count < limit { faults.append(fault) } else { omitted += 1 }
  }

  /// Adds all faults of another list.
  public mutating func add(_ others: FaultList) {
    for fault in others.faults { add(fault) }
    omitted += others.omitted
  }

  /// Counts faults that are not told.
  mutating func add(omitted count: Int) { omitted += count }

  /// The same faults in the order of the document; those at one place stay as they were found.
  public var inOrder: FaultList {
    var list = self
    list.faults = faults.enumerated()
      .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
      .map(\.element)
    return list
  }
}
