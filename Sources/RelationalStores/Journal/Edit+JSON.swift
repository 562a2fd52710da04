package import Procurement
package import Stores
package import Text

/// Edits in the journal: a list of objects, each with one member that names the kind of edit.
///
/// `{"set":{"line":"L1","from":{"supplier":null},"to":{"supplier":"bt"}}}`,
/// `{"insert":{"line":{"id":"L2","service":"core.pas"},"at":1}}`. Journals must stay
/// readable for ever: a change of format gets another name beside the old one.
extension JSON {
  /// An edit.
  package init(_ edit: Edit) {
    switch edit {
    case .set(line: let line, from: let old, to: let new):
      self = ["set": ["line": .text(line), "from": JSON(old), "to": JSON(new)]]
    case .insert(let line, at: let place):
      self = ["insert": ["line": JSON(line), "at": .integer(place)]]
    case .remove(let line, at: let place):
      self = ["remove": ["line": JSON(line), "at": .integer(place)]]
    case .move(line: let line, from: let old, to: let new):
      self = ["move": ["line": .text(line), "from": .integer(old), "to": .integer(new)]]
    case .fund(at: let place, from: let old, to: let new):
      self = JSON.part("fund", place, old.map { JSON($0) }, new.map { JSON($0) })
    case .group(at: let place, from: let old, to: let new):
      self = JSON.part("group", place, old.map { JSON($0) }, new.map { JSON($0) })
    case .header(from: let old, to: let new):
      self = ["header": ["from": JSON(old), "to": JSON(new)]]
    }
  }

  private static func part(_ name: String, _ place: Int, _ old: JSON?, _ new: JSON?) -> JSON {
    let content: JSON = ["at": .integer(place), "from": old ?? .null, "to": new ?? .null]
    return .object([(name, content)])
  }

  /// The maximum depth of nesting. The values written here have a depth of five.
  package static let depth = 16

  /// The edit in this value.
  package var edit: Edit {
    get throws(TypeMismatch) {
      let member = try onlyMember
      let content = member.value
      return switch member.key {
      case "set":
        .set(
          line: try content["line"].text, from: try content["from"].lineValue,
          to: try content["to"].lineValue)
      case "insert": .insert(try content["line"].line, at: try content["at"].place)
      case "remove": .remove(try content["line"].line, at: try content["at"].place)
      case "move":
        .move(
          line: try content["line"].text, from: try content["from"].place,
          to: try content["to"].place)
      case "fund":
        .fund(
          at: try content["at"].place, from: try content["from"].optionalFund,
          to: try content["to"].optionalFund)
      case "group":
        .group(
          at: try content["at"].place, from: try content["from"].optionalBuyingGroup,
          to: try content["to"].optionalBuyingGroup)
      case "header":
        .header(from: try content["from"].header, to: try content["to"].header)
      default: throw TypeMismatch(expected: "an edit")
      }
    }
  }

  private var optionalFund: Fund? {
    get throws(TypeMismatch) { isNull ? nil : try fund }
  }

  private var optionalBuyingGroup: BuyingGroup? {
    get throws(TypeMismatch) { isNull ? nil : try buyingGroup }
  }
}

extension Row {
  /// The edits in a column.
  package func edits(_ column: CInt) throws(StoreError) -> [Edit] {
    try json(column) { json throws(JSON.TypeMismatch) in
      var edits: [Edit] = []
      for value in try json.values { edits.append(try value.edit) }
      return edits
    }
  }

  /// The JSON in a column, as interpreted by `read`.
  package func json<Result>(
    _ column: CInt, _ read: (JSON) throws(JSON.TypeMismatch) -> Result
  ) throws(StoreError) -> Result {
    let bytes = try bytes(column)
    let json: JSON
    do { json = try JSON(parsing: bytes, depth: JSON.depth) } catch {
      throw damage(column, "is not JSON after \(error.offset) bytes")
    }
    do { return try read(json) } catch { throw damage(column, "is missing \(error.expected)") }
  }
}
