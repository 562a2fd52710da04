/// The name that is proposed for the document of a plan that has none.
enum ProposedFileName {
  /// The most characters before the ending.
  private static let longest = 60

  /// The title in lower case with hyphens between its words, which no shell and no file system
  /// treats in a special way: `Wirral imaging 2004/05` is `wirral-imaging-2004-05.yaml`.
  static func name(ofTitle title: String, ending: String = "yaml") -> String {
    let letters = title.lowercased().filter { $0 != "'" && $0 != "’" }
    let words = letters.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let name = words.joined(separator: "-").prefix(longest)
    return "\(name.isEmpty ? "plan" : name).\(ending)"
  }
}
