public import Procurement

/// Where the parts of a plan stand in its document.
///
/// The places of all lines' fields are in one array, twelve bytes each, so that those of a plan of
/// ten thousand lines take less than a megabyte.
public struct PlanPlaces: Hashable, Sendable {
  private struct FieldPlace: Hashable, Sendable {
    let field: LineField
    let place: Place
  }

  /// All fields by their keys, since a switch over so many words takes longer.
  private static let fields = Dictionary(
    uniqueKeysWithValues: LineField.allCases.map { ($0.rawValue, $0) })

  /// Where the document begins: the place for what concerns no part of it.
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

  /// Where a line begins; the document where there is no such line.
  public func place(ofLine index: Int) -> Place {
    lines.indices.contains(index) ? lines[index] : document
  }

  /// Where a field of a line stands, at its key; where the line begins if the field is left out.
  public func place(ofLine index: Int, field: LineField) -> Place {
    guard lines.indices.contains(index) else { return document }
    let start = index == 0 ? 0 : Int(fieldEnds[index - 1])
    let fields = fields[start..<Int(fieldEnds[index])]
    return fields.first { $0.field == field }?.place ?? lines[index]
  }

  /// Where a fund is declared; the document where there is no such fund.
  public func place(ofFund index: Int) -> Place {
    funds.indices.contains(index) ? funds[index] : document
  }

  /// Where a group is declared; the document where there is no such group.
  public func place(ofGroup index: Int) -> Place {
    groups.indices.contains(index) ? groups[index] : document
  }
}
