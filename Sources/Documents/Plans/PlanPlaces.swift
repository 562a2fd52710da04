public import Procurement

/// The places of the parts of a plan in its document.
///
/// The places of all fields of lines are in one array, twelve bytes each, so that those of ten
/// thousand lines take less than a megabyte.
public struct PlanPlaces: Hashable, Sendable {
  private struct FieldPlace: Hashable, Sendable {
    let field: LineField
    let place: Place
  }

  /// All fields by their keys, since a switch over so many words takes longer.
  private static let fields = Dictionary(
    uniqueKeysWithValues: LineField.allCases.map { ($0.rawValue, $0) })

  /// The start of the document, which is the place for findings on the whole plan.
  public let document: Place
  private var lines: [Place] = []
  private var fieldEnds: [UInt32] = []
  private var fields: [FieldPlace] = []
  private var funds: [Place] = []
  private var groups: [Place] = []

  init(document: Place) { self.document = document }

  mutating func addLine(at place: Place, keys: [Node.Entry]) {
    lines.append(place)
    for entry in keys {
      if let field = PlanPlaces.fields[entry.key] {
        fields.append(FieldPlace(field: field, place: entry.keyPlace))
      }
    }
    fieldEnds.append(UInt32(clamping: fields.count))
  }

  mutating func addFund(at place: Place) { funds.append(place) }
  mutating func addGroup(at place: Place) { groups.append(place) }

  /// The place of a line; that of the document if the line does not exist.
  public func place(ofLine index: Int) -> Place {
    lines.indices.contains(index) ? lines[index] : document
  }

  /// The place of a field's key on a line; that of the line if the field is left out.
  public func place(ofLine index: Int, field: LineField) -> Place {
    guard lines.indices.contains(index) else { return document }
    let start = index == 0 ? 0 : Int(fieldEnds[index - 1])
    let fields = fields[start..<Int(fieldEnds[index])]
    return fields.first { $0.field == field }?.place ?? lines[index]
  }

  /// The place of a fund; that of the document if the fund does not exist.
  public func place(ofFund index: Int) -> Place {
    funds.indices.contains(index) ? funds[index] : document
  }

  /// The place of a group; that of the document if the group does not exist.
  public func place(ofGroup index: Int) -> Place {
    groups.indices.contains(index) ? groups[index] : document
  }
}
