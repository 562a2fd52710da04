import Procurement

extension PlanReader {
  /// The alternatives of a line, each with an id of its own among them.
  ///
  /// A key without a value, such as `group: ~`, says that the alternative has none, whatever the line
  /// says.
  func alternatives(
    supplier: Reading<String>, group: Reading<String>, funds: Reading<[String]>
  ) -> Reading<[Alternative]> {
    let cost = cost
    let pacs = Reading<PACSOption>.choice("PACS option")
    let route = Reading<Route>.choice("route")
    return Reading { [self] node, name, faults in
      let id = identifier(of: "alternative")
      let alternative = Reading<Alternative>.mapping("alternative") { reader in
        let id = reader.required("id", id)
        var values: [LineValue?] = []
        values.append(reader.override("pacs", pacs).map(LineValue.pacs))
        values.append(reader.override("route", route).map(LineValue.route))
        values.append(reader.override("supplier", supplier).map(LineValue.supplier))
        values.append(reader.override("group", group).map(LineValue.group))
        values.append(reader.override("spine_connected", .flag).map(LineValue.spineConnected))
        values.append(reader.override("crs_interoperable", .flag).map(LineValue.crsInteroperable))
        values.append(reader.override("justification", .text).map(LineValue.justification))
        values.append(reader.override("funds", funds).map { .funds($0 ?? []) })
        values.append(reader.override("notes", .text).map(LineValue.notes))
        let cost = reader.optional("cost", cost, default: Cost())
        return id.map { Alternative(id: $0, cost: cost, values: values.compactMap(\.self)) }
      }
      return Reading.list(of: alternative).value(of: node, called: name, faults: faults)
    }
  }
}

extension MappingReader {
  /// The value of a key: nil where it is left out or faulty, and nothing where it has no value.
  fileprivate func override<Value>(_ key: String, _ reading: Reading<Value>) -> Value?? {
    let entry = entries.first { $0.key == key }
    if let value = optional(key, reading) { return .some(value) }
    return entry?.value.isNull == true ? .some(nil) : nil
  }
}
