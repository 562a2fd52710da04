/// A way to make a value of a node.
///
/// Readings are put together from smaller ones (`.list(of: .choice("route"))`). A reading that
/// cannot make its value says why to the faults and gives nil, so that a document's faults are all
/// found in one go.
public struct Reading<Value> {
  private let body: (Node, String, FaultCollector) -> Value?

  /// A reading of one's own: it is given the node, what messages call it (`need`, in backticks
  /// there), and where to put faults. It must report a fault wherever it gives nil.
  public init(_ body: @escaping (_ node: Node, _ name: String, _ faults: FaultCollector) -> Value?)
  {
    self.body = body
  }

  /// The node's value; nil where it has faults, which are then among `faults`.
  public func value(of node: Node, called name: String, faults: FaultCollector) -> Value? {
    body(node, name, faults)
  }

  /// The root of a document's value, or all that is wrong with it.
  public func document(_ root: Node) throws(FaultList) -> Value {
    let faults = FaultCollector()
    let value = value(of: root, called: "document", faults: faults)
    guard let value, faults.list.isEmpty else { throw faults.list.inOrder }
    return value
  }

  /// The same reading with its value made into another.
  public func map<Other>(_ transform: @escaping (Value) -> Other) -> Reading<Other> {
    Reading<Other> { node, name, faults in
      value(of: node, called: name, faults: faults).map(transform)
    }
  }

  /// The same reading with a check that says what is wrong, or nothing.
  public func checked(_ check: @escaping (_ value: Value, _ name: String) -> String?) -> Reading {
    Reading { node, name, faults in
      guard let value = value(of: node, called: name, faults: faults) else { return nil }
      guard let message = check(value, name) else { return value }
      faults.add(message, at: node.place)
      return nil
    }
  }
}

/// Where readings put the faults that they find.
public final class FaultCollector {
  /// The faults so far, in the order in which they were found.
  public private(set) var list = FaultList()

  /// No faults yet.
  public init() {}

  /// Adds a fault; where enough are kept it is counted, and its words are not made.
  public func add(_ message: @autoclosure () -> String, at place: Place) {
    if list.isFull {
      list.add(omitted: 1)
    } else {
      list.add(Fault(place: place, message: message()))
    }
  }
}
