/// Which other parts a part of a spreadsheet file refers to.
final class Relationships: XMLConsumer {
  /// A reference to another part.
  struct Relationship {
    /// The last word of its type, such as `worksheet`.
    var type: String
    /// The part's name in the archive.
    var part: String
  }

  /// The references to parts of the same file by their ids.
  private(set) var byID: [String: Relationship] = [:]
  private let folder: [Substring]

  /// No file that can be read has more parts.
  private static let most = 10_000

  /// The references of a part; none if it has no list of them. The empty name is the whole file.
  init(of part: String, in archive: Archive) throws(SpreadsheetFault) {
    let steps = part.split(separator: "/")
    folder = steps.dropLast()
    let name = (folder + ["_rels", "\(steps.last ?? "").rels"]).joined(separator: "/")
    if archive.has(name) { try archive.read(name, self) }
  }

  func open(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetFault) {
    guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
      attributes["TargetMode"] != "External", byID.count < Relationships.most
    else { return }
    let type = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
    byID[id] = Relationship(type: type, part: resolved(target))
  }

  /// The first part with a type.
  func part(_ type: String) -> String? {
    byID.filter { $0.value.type == type }.min { $0.key < $1.key }?.value.part
  }

  /// A target as the name of a part: absolute ones start with a slash, others in the folder of the
  /// part that refers to them.
  private func resolved(_ target: String) -> String {
    var steps = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}
