import Canvas
public import Documents

/// The themes that there are: the built-in ones, and those in a folder of the user's.
///
/// A name is looked up among the names of files that are there and never becomes a path unseen. The
/// names of built-in themes are theirs alone, so that what `dark` means depends on nobody's files.
public struct ThemeLibrary {
  /// The names of the built-in themes, the one first that is used where none is chosen.
  public static var builtInNames: [String] { BuiltInThemes.documents.map(\.name) }

  /// The built-in themes alone.
  public static var builtIn: ThemeLibrary {
    ThemeLibrary(folder: "", files: []) { _ in .failure(.notFound) }
  }

  /// The names of the user's themes, in order, also of those that bear a built-in theme's name.
  public let ownNames: [String]
  /// The names that can be chosen.
  public let names: [String]
  /// The files that would be themes if their names were fit for it, in order.
  public let unfitFiles: [String]
  private let own: Set<String>
  /// From how many themes, one after the other, a theme can inherit.
  static let deepest = 16
  private let folder: String
  private let read: (_ path: String) -> Result<[UInt8], FileError>

  /// A library with the themes among the files of a folder, which are read once they are needed.
  public init(
    folder: String, files: [String],
    read: @escaping (_ path: String) -> Result<[UInt8], FileError>
  ) {
    self.folder = folder
    self.read = read
    let documents = files.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }
    ownNames = documents.map { String($0.dropLast(5)) }.filter(ThemeLibrary.isName).sorted()
    unfitFiles = documents.filter { !ThemeLibrary.isName(String($0.dropLast(5))) }.sorted()
    let builtIn = ThemeLibrary.builtInNames
    names = builtIn + ownNames.filter { !builtIn.contains($0) }
    own = Set(ownNames)
  }

  /// Whether a theme may be called so: letters, digits and hyphens, of ASCII, and not too many.
  public static func isName(_ word: String) -> Bool {
    let letters = word.utf8
    return (1...64).contains(letters.count)
      && letters.allSatisfy { letter in
        switch letter {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }

  /// Whether a theme of a name can be chosen.
  public func has(_ name: String) -> Bool {
    own.contains(name) || ThemeLibrary.builtInNames.contains(name)
  }

  /// Where the user's theme of a name is.
  public func path(ofOwn name: String) -> String { "\(folder)/\(name).yaml" }

  /// The theme of a name, together with all that it inherits.
  public func theme(named name: String) throws(ThemeError) -> Theme {
    try theme(of: try source(of: name))
  }

  /// The user's theme of one of `ownNames`; it is faulty if it is called like a built-in one.
  public func ownTheme(named name: String) throws(ThemeError) -> Theme {
    try theme(of: try ownSource(of: name))
  }
}

// MARK: - Inheriting

extension ThemeLibrary {
  /// A theme's document before it is read.
  private struct Source {
    let name: String
    let path: String
    let bytes: [UInt8]
    let isOwn: Bool
  }

  private func source(of name: String) throws(ThemeError) -> Source {
    guard let builtIn = BuiltInThemes.documents.first(where: { $0.name == name }) else {
      return try ownSource(of: name)
    }
    return Source(name: name, path: "\(name).yaml", bytes: builtIn.bytes, isOwn: false)
  }

  private func ownSource(of name: String) throws(ThemeError) -> Source {
    guard own.contains(name) else { throw .unknown(name, known: names) }
    let path = path(ofOwn: name)
    do throws(FileError) {
      return Source(name: name, path: path, bytes: try read(path).get(), isOwn: true)
    } catch {
      throw .unreadable(file: path, error)
    }
  }

  /// Goes from a theme to what it inherits from, and so on; what is set first holds.
  private func theme(of first: Source) throws(ThemeError) -> Theme {
    var looks: [Role: Look] = [:]
    var descent = [first.name]
    var source = first
    while true {
      let document = try document(of: source)
      looks.merge(document.looks) { nearer, _ in nearer }
      guard let parent = document.parent else { return Theme(name: first.name, looks: looks) }
      guard !descent.contains(parent.name) else {
        throw .faulty(file: source.path, FaultList(cycle(to: parent, by: descent)))
      }
      guard descent.count <= ThemeLibrary.deepest else {
        throw .faulty(file: source.path, FaultList(tooDeep(parent)))
      }
      descent.append(parent.name)
      source = try self.source(of: parent.name)
    }
  }

  private func cycle(to parent: ThemeDocument.Parent, by descent: [String]) -> Fault {
    Fault(
      place: parent.place,
      message: "\(quoted(parent.name)) would inherit from itself, by way of "
        + "\(listed(descent.drop { $0 != parent.name }.dropFirst())); let one of them inherit from "
        + "a built-in theme")
  }

  private func tooDeep(_ parent: ThemeDocument.Parent) -> Fault {
    Fault(
      place: parent.place,
      message: "themes inherit from each other through more than \(ThemeLibrary.deepest) files; "
        + "let this one inherit from a built-in theme")
  }

  private func document(of source: Source) throws(ThemeError) -> ThemeDocument {
    do throws(FaultList) {
      return try ThemeDocument(
        source.bytes, named: source.name, isOwn: source.isOwn, among: self)
    } catch {
      throw .faulty(file: source.path, error)
    }
  }
}
