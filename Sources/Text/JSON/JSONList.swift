/// A document with a list that is written item by item, so that the whole list is never in memory.
package enum JSONList {
  /// The document up to the first item: an object of members, the last of which is the list.
  package static func start(_ members: [JSON.Member], list key: String) -> [UInt8] {
    var writer = JSONWriter(form: .document)
    writer.write(.object(members + [(key, .list([]))]))
    // The closing brackets of the list and of the object, with the line break between them.
    return writer.bytes.dropLast(3)
  }

  /// An item; each but the first comes after a comma.
  package static func item(_ value: JSON) -> [UInt8] {
    var writer = JSONWriter(form: .document, level: 2)
    writer.startLine()
    writer.write(value)
    return writer.bytes
  }

  /// The document from the last item to its end, with more members.
  package static func end(_ members: [JSON.Member]) -> [UInt8] {
    var writer = JSONWriter(form: .document, level: 1)
    writer.startLine()
    writer.append("]")
    for member in members {
      writer.append(",")
      writer.startLine()
      writer.write(member)
    }
    return writer.bytes + "\n}\n".utf8
  }
}
