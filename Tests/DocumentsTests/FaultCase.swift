import Documents
import Testing

/// A small document and the faults that must be found in it, each as `line:column message`.
struct FaultCase: CustomTestStringConvertible, Sendable {
  let document: String
  let faults: [String]

  init(_ document: String, _ faults: String...) {
    self.document = document
    self.faults = faults
  }

  var testDescription: String { document.debugDescription }
}

/// The faults of reading, in the form of `FaultCase`; empty if it succeeds.
func faults<Value>(_ read: () throws(FaultList) -> Value) -> [String] {
  do throws(FaultList) {
    _ = try read()
    return []
  } catch {
    return error.faults.map { "\($0.place) \($0.message)" }
  }
}
