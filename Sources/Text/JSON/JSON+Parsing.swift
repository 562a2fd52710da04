extension JSON {
  /// Reads a document whose lists and objects are nested no deeper than `depth`.
  package init(parsing text: UnsafeBufferPointer<UInt8>, depth: Int) throws(JSONFault) {
    var parser = JSONParser(text, limits: JSONParser.Limits(depth: depth))
    self = try JSON(&parser)
    try parser.end()
  }

  private init(_ parser: inout JSONParser) throws(JSONFault) {
    switch try parser.value() {
    case .text(let text): self = .text(text)
    case .word(let word): self = JSON(word: word)
    case .list:
      var values: [JSON] = []
      while try parser.hasItem() { values.append(try JSON(&parser)) }
      self = .list(values)
    case .object:
      var members: [Member] = []
      while let key = try parser.key() { members.append((key, try JSON(&parser))) }
      self = .object(members)
    }
  }

  private init(word: String) {
    self =
      switch word {
      case "null": .null
      case "true": .boolean(true)
      case "false": .boolean(false)
      default: Int(word).map(JSON.integer) ?? .decimal(word)
      }
  }
}
