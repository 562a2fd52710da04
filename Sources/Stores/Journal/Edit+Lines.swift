public import Procurement

extension Edit {
  /// The ids of the lines that it touches, two where it gives a line another id.
  public var lines: [String] {
    switch self {
    case .set(line: let line, from: _, to: .id(let new)): [line, new]
    case .set(line: let line, from: _, to: _), .move(line: let line, from: _, to: _): [line]
    case .insert(let line, at: _), .remove(let line, at: _): [line.id]
    case .fund, .group, .header: []
    }
  }
}
