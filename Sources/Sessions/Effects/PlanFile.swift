public import Documents
import Procurement
public import Stores
import Workbench

/// The document of the open plan: its path, and its content as it was read or written last.
public struct PlanFile {
  /// What the user calls it.
  let name: String
  /// Its canonical path. A link that is put in its place later is not followed.
  let path: String
  private var version: FileVersion
  /// What it was when it was found changed.
  private var changed: FileVersion?

  /// The form in which it is written, as its name and what it held when it was read last have it.
  public private(set) var form: DocumentForm

  /// A document as it was read, which is a plan; nil where it cannot be found again.
  init?(_ name: String, read contents: FileContents) {
    guard let version = contents.version, let path = canonicalPath(name) else { return nil }
    self.init(
      name: name, path: path, version: version,
      form: DocumentForm(replacing: contents.bytes, named: path))
  }

  /// A document as the store knows it, which is read as a plan only when it is written; nil for a
  /// part of a table.
  public init?(_ link: DocumentLink) {
    guard !TablePart.isName(link.path) else { return nil }
    let version = FileVersion(size: link.size, hash: link.hash)
    self.init(
      name: link.path, path: link.path, version: version,
      form: DocumentForm(fileName: link.path) ?? .yaml)
    noteForm()
  }

  private init(name: String, path: String, version: FileVersion, form: DocumentForm) {
    self.name = name
    self.path = path
    self.version = version
    self.form = form
  }

  /// Writes a new document, never over an existing file or through a link; `form` is its form where
  /// its name asks for none.
  static func create(
    _ name: String, _ plan: Plan, as form: DocumentForm
  ) throws(FileError) -> PlanFile {
    guard let path = pathOfNewFile(name) else { throw .noFolder }
    let form = DocumentForm(fileName: path) ?? form
    let version = try writeFile(path, Documents.write(plan, as: form), expecting: nil)
    return PlanFile(name: name, path: path, version: version, form: form)
  }

  /// Writes the document over what it is known or was found to be; `stored` is what the store knows
  /// of it, since other sessions write it too. What is not a plan is never replaced, and what needs
  /// the user's consent only with that.
  mutating func write(
    _ plan: Plan, over write: DocumentWrite, stored: FileVersion?, isPlan: ([UInt8]) -> Bool
  ) throws(FileError) {
    noteForm()
    let expected: FileVersion? =
      switch write.state {
      case .known: stored.flatMap { version.hasSameContent(as: $0) ? nil : $0 } ?? version
      case .changed: changed ?? version
      case .missing: nil
      }
    let bytes = Documents.write(plan, as: form)
    version = try writeFile(path, bytes, expecting: expected) { current throws(FileError) in
      if !current.isKnown, !isPlan(current.bytes) { throw .notReplaceable }
      if !write.consents.contains(.comments), hasComments(current.bytes) { throw .hasComments }
      if !write.consents.contains(.protected), current.isProtected { throw .protected }
    }
    changed = nil
  }

  /// Takes note of the document's form, which others may have changed.
  private mutating func noteForm() {
    if let contents = try? readFile(path) {
      form = DocumentForm(replacing: contents.bytes, named: path)
    }
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

  /// Has its content checked before it is first written over, since it has not been read as a plan.
  mutating func noteUnread() {
    version = FileVersion(size: version.size, hash: version.hash)
  }

  /// Its length in bytes.
  var size: Int { version.size }
  /// A hash of its content.
  var hash: UInt64 { version.hash }
}
