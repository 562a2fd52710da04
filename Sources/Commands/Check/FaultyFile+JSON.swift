import Documents
import Sessions
import Text

extension FaultyFile {
  /// The file and its faults as JSON.
  var json: JSON {
    ["file": .text(name), "faults": .list(faults.all.map(\.json))]
  }
}

extension FaultList {
  /// The faults, and at the place of the last one that there are more, where there are.
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
