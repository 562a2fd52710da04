package import Procurement
package import Stores

extension RelationalStore {
  /// Replaces the register.
  package func replaceTrusts(_ trusts: [RegisteredTrust]) throws(StoreError) {
    try writing { database in
      try database.run("DELETE FROM trust")
      for (place, trust) in trusts.enumerated() {
        try database.run(
          """
          INSERT INTO trust(place, code, name, cluster, opened, closed) VALUES (?, ?, ?, ?, ?, ?)
          """,
          [
            .number(place), .text(trust.code), .text(trust.name), .text(trust.cluster),
            .optional(trust.opened?.description), .optional(trust.closed?.description),
          ])
      }
    }
  }

  /// The register.
  package func trusts() throws(StoreError) -> [RegisteredTrust] {
    try reading { database in
      let query = try Query(
        database, "SELECT code, name, cluster, opened, closed FROM trust ORDER BY place")
      return try query.all([], of: "a registered trust") { row in
        RegisteredTrust(
          code: try row.text(0), name: try row.text(1), cluster: try row.text(2),
          opened: try row.day(3), closed: try row.day(4))
      }
    }
  }
}

extension Row {
  /// The date in a column; nil for NULL.
  package func day(_ column: CInt) throws(StoreError) -> CalendarDate? {
    guard let text = try optionalText(column) else { return nil }
    guard let day = CalendarDate(text) else { throw damage(column, "is not a date") }
    return day
  }
}
