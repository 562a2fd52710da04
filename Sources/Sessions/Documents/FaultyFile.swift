public import Documents
import Text

/// A file or folder that cannot be read, or only in part, and its faults.
public struct FaultyFile: Error, Hashable, Sendable {
  /// Its name on the command line.
  public let name: String
  /// What is wrong.
  public let faults: FaultList

  /// A file and its faults.
  public init(name: String, faults: FaultList) {
    self.name = name
    self.faults = faults
  }

  /// A file that cannot be read at all.
  public init(name: String, message: String) {
    self.init(name: name, faults: FaultList(Fault(place: .start, message: message)))
  }

  /// A document, or a plan of the store, that cannot be read.
  init(name: String, _ error: SessionError) {
    if case .faultyPlan(_, let faults) = error {
      self.init(name: name, faults: faults)
    } else {
      self.init(name: name, message: error.message)
    }
  }

  /// Its errors for standard error, one a line.
  public var standardError: String { faults.text(in: name) }

  /// The same lines.
  var lines: [String] { standardError.split(separator: "\n").map(String.init) }

  /// The first of them.
  var firstLine: String { lines.first ?? name }
}

extension FaultList {
  /// The faults, one a line in the form of compilers, safe for a terminal.
  public func text(in name: String) -> String {
    var text = ""
    for fault in faults {
      text.append(VisibleText.safe("\(name):\(fault.place): \(fault.message)") + "\n")
    }
    if let closing { text.append(VisibleText.safe("\(name): \(closing)") + "\n") }
    return text
  }
}
