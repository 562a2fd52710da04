import Documents
import Text

/// A file or folder that cannot be judged, or not as a whole, and everything that is wrong with it.
struct FaultyFile: Error, Hashable, Sendable {
  /// The name that the caller called it by.
  let name: String
  /// What is wrong.
  let faults: FaultList

  /// A file and its faults.
  init(name: String, faults: FaultList) {
    self.name = name
    self.faults = faults
  }

  /// A file of which nothing can be read.
  init(name: String, message: String) {
    self.init(name: name, faults: FaultList(Fault(place: .start, message: message)))
  }

  /// What standard error says of it, a line for each fault.
  var talk: String { Commands.faults(of: faults, in: name) }

  /// What programs read of it.
  var json: JSON {
    ["file": .text(name), "faults": .list(faults.all.map(\.json))]
  }
}

extension FaultList {
  /// The faults, and at the place of the last the word that there are more, where there are.
  var all: [Fault] {
    faults + (closing.map { [Fault(place: faults.last?.place ?? .start, message: $0)] } ?? [])
  }
}

extension Fault {
  fileprivate var json: JSON {
    [
      "line": .integer(place.line), "column": .integer(place.column), "message": .text(message),
    ]
  }
}
