import Documents
import Text

/// A file or folder that cannot be checked, or only in part, and everything that is wrong with it.
struct FaultyFile: Error, Hashable, Sendable {
  /// Its name on the command line.
  let name: String
  /// What is wrong.
  let faults: FaultList

  /// A file and its faults.
  init(name: String, faults: FaultList) {
    self.name = name
    self.faults = faults
  }

  /// A file that cannot be read at all.
  init(name: String, message: String) {
    self.init(name: name, faults: FaultList(Fault(place: .start, message: message)))
  }

  /// Its errors for standard error, one a line.
  var talk: String { Commands.faults(of: faults, in: name) }

  /// The report for programs.
  var json: JSON {
    ["file": .text(name), "faults": .list(faults.all.map(\.json))]
  }
}

extension FaultList {
  /// The listed errors and, at the place of the last one, the number of errors that are not listed.
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
