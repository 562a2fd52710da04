package import Procurement
package import Text

extension JSON {
  /// An alternative: its id, its cost, and its values as those of a line.
  package init(_ alternative: Alternative) {
    self = [
      "id": .text(alternative.id), "cost": JSON(alternative.cost),
      "values": .list(alternative.values.map { JSON($0) }),
    ]
  }

  /// The alternatives that this is.
  package var alternatives: [Alternative] {
    get throws(TypeMismatch) {
      var alternatives: [Alternative] = []
      for value in try values {
        var said: [LineValue] = []
        for json in try value["values"].values { said.append(try json.lineValue) }
        alternatives.append(
          Alternative(id: try value["id"].text, cost: try value["cost"].cost, values: said))
      }
      return alternatives
    }
  }

  /// The day of the calendar that this is.
  package var day: CalendarDate {
    get throws(TypeMismatch) {
      guard let day = CalendarDate(try text) else { throw TypeMismatch(expected: "a date") }
      return day
    }
  }
}
