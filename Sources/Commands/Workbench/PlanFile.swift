import Documents
import Stores
import Workbench

/// The document of the open plan: where it is, and what it was when it was read or written last.
struct PlanFile {
  /// What the user calls it.
  let name: String
  /// Its canonical path. A link that is put in its place later is not followed.
  let path: String
  private var version: FileVersion
  /// What it was when it was found changed.
  private var changed: FileVersion?

  /// A document as it was read, which is a plan; nil where it cannot be found again.
  init?(_ name: String, read version: FileVersion?) {
    guard let version, let path = canonicalPath(name) else { return nil }
    self.init(name: name, path: path, version: version)
  }

  /// A document as the store knows it: whether it is a plan is seen when it is written. nil for a part
  /// of a table.
  init?(_ link: DocumentLink) {
    guard !TablePart.isName(link.path) else { return nil }
    let version = FileVersion(size: link.size, hash: link.hash)
    self.init(name: link.path, path: link.path, version: version)
  }

  private init(name: String, path: String, version: FileVersion) {
    self.name = name
    self.path = path
    self.version = version
  }

  /// Writes a new document, never over an existing file or through a link.
  static func create(_ name: String, _ bytes: [UInt8]) throws(FileError) -> PlanFile {
    guard let path = pathOfNewFile(name) else { throw .noFolder }
    let version = try writeFile(path, bytes, expecting: nil)
    return PlanFile(name: name, path: path, version: version)
  }

  /// Writes the document over what it is known or was found to be; `stored` is what the store knows
  /// of it, since other sessions write it too. What is not a plan is never replaced.
  mutating func write(
    _ bytes: [UInt8], over state: DocumentState, stored: FileVersion?,
    isPlan: ([UInt8]) -> Bool
  ) throws(FileError) {
    let expected: FileVersion? =
      switch state {
      case .known: stored.flatMap { version.hasSameContent(as: $0) ? nil : $0 } ?? version
      case .changed: changed ?? version
      case .missing: nil
      }
    version = try writeFile(path, bytes, expecting: expected, mayReplace: isPlan)
    changed = nil
  }

  /// Reads the document as it is now, and takes note that it was found so.
  mutating func readAgain() throws(FileError) -> FileContents {
    let contents = try readFile(path)
    changed = contents.version
    return contents
  }

  /// The document's content if it is still what it was; nil where it is not.
  var unchangedBytes: [UInt8]? {
    guard let contents = try? readFile(path),
      contents.version?.hasSameContent(as: version) == true
    else { return nil }
    return contents.bytes
  }

  /// Has its content looked at before it is first written over, since nobody has read it as a plan.
  mutating func noteUnread() {
    version = FileVersion(size: version.size, hash: version.hash)
  }

  /// Its length in bytes.
  var size: Int { version.size }
  /// A hash of its content.
  var hash: UInt64 { version.hash }
}
