import Imports
import Procurement
import Text

/// What a folder has that can be imported.
public struct ImportFolder: Hashable, Sendable {
  /// Its path, as the user came to it; `.` is the present one.
  public var path: String
  /// The names of its folders, in order.
  public var folders: [String]
  /// The names of its spreadsheets and tables, in order.
  public var files: [String]

  /// A folder of some entries.
  public init(path: String, folders: [String], files: [String]) {
    (self.path, self.folders, self.files) = (path, folders, files)
  }

  /// The path of an entry.
  func path(of name: String) -> String { path == "." ? name : "\(path)/\(name)" }

  /// The path of the folder that it is in.
  var parent: String {
    let isAbove = path == "." || path.split(separator: "/").last == ".."
    if isAbove { return path(of: "..") }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let parent = parts.joined(separator: "/")
    return parent.isEmpty ? path.hasPrefix("/") ? "/" : "." : parent
  }
}

extension ChoiceMenu {
  /// The files and folders of a folder, to choose one to import.
  init(importsFrom folder: ImportFolder) {
    let files = folder.files.map { name in
      Choice(word: name, title: name, taking: .importFile(folder.path(of: name)))
    }
    let folders = folder.folders.map { name in
      Choice(
        word: name, title: "\(name)/", remark: "folder",
        taking: .listFolder(folder.path(of: name)))
    }
    let up = Choice(
      word: "..", title: "../", remark: "the folder above", taking: .listFolder(folder.parent))
    self.init(.importFile(folder.path), files + folders + [up])
  }
}

extension WorkbenchProgram {
  /// Why no file can be imported now; nil where one can.
  var reasonNotToImport: String? {
    settings.isDialogue
      ? "choosing a file needs the full-screen mode; use `calloff import FILE --into PLAN`"
      : reasonNotToChange
  }

  /// Offers the files of a folder.
  mutating func offer(_ folder: ImportFolder) { show(ChoiceMenu(importsFrom: folder)) }

  /// Shows what a file that was read would add and change; on the list of plans it makes a new one.
  mutating func take(_ file: ImportFile) -> [Effect] {
    if screen == .plans { return start(from: file) }
    let rows = ImportPreview(file, in: assessment, yearsKey: mention(.showTrust))
    guard !rows.entries.isEmpty else {
      message = Message(text: file.nothingFound, isError: true)
      return []
    }
    offer(rows)
    return []
  }
}
