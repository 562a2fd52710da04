/// A way to read a value from a node.
///
/// Readings are composed of smaller ones (`.list(of: .choice("route"))`). A reading that fails
/// reports a fault and returns nil, so that all faults of a document are found in one pass.
public struct Reading<Value> {
  private let body: (Node, String, FaultCollector) -> Value?

  /// A reading by a function, which gets the node, its name in messages (`need`) and the collector
  /// of faults. If it returns nil, it must report a fault.
  public init(_ body: @escaping (_ node: Node, _ name: String, _ faults: FaultCollector) -> Value?)
  {
    self.body = body
  }

  /// The value of a node; nil if it has faults, which are then in `faults`.
  public func value(of node: Node, called name: String, faults: FaultCollector) -> Value? {
    body(node, name, faults)
  }

  /// The value of the root of a document, or all of its faults.
  public func document(_ root: Node) throws(FaultList) -> Value {
    let faults = FaultCollector()
    let value = value(of: root, called: "document", faults: faults)
    guard let value, faults.list.isEmpty else { throw faults.list.inOrder }
    return value
  }

  /// The same reading with its value transformed.
  public func map<Other>(_ transform: @escaping (Value) -> Other) -> Reading<Other> {
    Reading<Other> { node, name, faults in
      value(of: node, called: name, faults: faults).map(transform)
    }
  }

  /// The same reading with a check that returns what is wrong, if anything.
  public func checked(_ check: @escaping (_ value: Value, _ name: String) -> String?) -> Reading {
    Reading { node, name, faults in
      guard let value = value(of: node, called: name, faults: faults) else { return nil }
      guard let message = check(value, name) else { return value }
      faults.add(message, at: node.place)
      return nil
    }
  }
}

/// Collects the faults that readings find.
public final class FaultCollector {
  /// The faults so far, in the order in which they were found.
  public private(set) var list = FaultList()

  /// A collector without faults.
  public init() {}

  /// Adds a fault; if the list is full, it is only counted, and its message is not made.
  public func add(_ message: @autoclosure () -> String, at place: Place) {
    if list.isFull {
      list.add(omitted: 1)
    } else {
      list.add(Fault(place: place, message: message()))
    }
  }
}
