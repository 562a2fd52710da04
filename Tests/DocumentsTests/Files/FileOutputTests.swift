import Documents
import Glibc
import Testing

@Suite("Files for results")
struct FileOutputTests {
  private let folder: TemporaryFolder
  private let output = FileOutput.live

  init() throws { folder = try TemporaryFolder() }

  private func write(
    _ name: String, replacing: Bool = false, _ pieces: String...
  ) throws(FileError) {
    try output.write(folder[name], replacing) { write throws(FileError) in
      for piece in pieces { try write(Array(piece.utf8)) }
    }
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try readFile(folder[name]).bytes, as: UTF8.self)
  }

  @Test func `pieces become a file that is private to the user`() throws {
    try write("report.html", "a", "", "bc")
    #expect(try text("report.html") == "abc")
    #expect(try folder.mode(of: "report.html") == 0o600)
    #expect(folder.names == ["report.html"])
  }

  @Test func `a file has its name only once it is complete`() throws {
    try output.write(folder["report.html"], false) { write throws(FileError) in
      try write([1])
      // Most file systems have files without a name; on others it has another one.
      #expect(!folder.names.contains("report.html"))
      #expect(folder.names.allSatisfy { (try? folder.mode(of: $0)) == 0o600 })
    }
    #expect(try folder.mode(of: "report.html") == 0o600)
    #expect(throws: FileError.noSpace) {
      try output.write(folder["other.html"], false) { write throws(FileError) in
        try write([1])
        throw .noSpace
      }
    }
    #expect(folder.names == ["report.html"])
  }

  @Test(.enabled(if: FileOutputTests.hasNamelessFiles))
  func `nothing is left of a file whose writer is killed`() throws {
    try folder.put("old", in: "report.html")
    for isReplacing in [true, false] {
      let name = isReplacing ? "report.html" : "new.html"
      try output.write(folder[name], isReplacing) { write throws(FileError) in
        try write([1])
        #expect(!folder.names.contains { $0.hasSuffix(".tmp") })
      }
    }
    #expect(folder.names == ["new.html", "report.html"])
  }

  /// Whether files without a name can be in the folder for temporary files.
  private static let hasNamelessFiles: Bool = {
    guard let folder = try? TemporaryFolder() else { return false }
    let file = open(folder[""], 0o20_000_000 | O_DIRECTORY | O_WRONLY, 0o600)
    if file >= 0 { close(file) }
    return file >= 0
  }()

  @Test func `a file is replaced only if that is asked for`() throws {
    try folder.put("old", in: "report.html")
    #expect(throws: FileError.exists) { try write("report.html", "new") }
    #expect(try text("report.html") == "old")
    try write("report.html", replacing: true, "new")
    #expect(try text("report.html") == "new")
    #expect(folder.names == ["report.html"])
  }

  @Test func `links and folders are not replaced`() throws {
    try folder.put("old", in: "plan.yaml")
    symlink("plan.yaml", folder["link"])
    #expect(throws: FileError.isLink) { try write("link", replacing: true, "new") }
    #expect(try text("plan.yaml") == "old")
    mkdir(folder["sub"], 0o700)
    #expect(throws: FileError.self) { try write("sub", replacing: true, "new") }
    #expect(throws: FileError.noFolder) { try write("none/report.html", "new") }
  }

  @Test func `the permissions of an older file are not kept`() throws {
    try folder.put("old", in: "report.html")
    chmod(folder["report.html"], 0o666)
    try write("report.html", replacing: true, "new")
    #expect(try folder.mode(of: "report.html") == 0o600)
  }

  @Test(arguments: [
    "calloff: 1\ntitle: Plan\n", "# a plan\n\ntitle: Plan\ncalloff: 1\n", "{\n  \"calloff\": 1",
    "SQLite format 3\0",
  ])
  func `plans and stores are not replaced by results`(content: String) throws {
    try folder.put(content, in: "plan.yaml")
    #expect(throws: FileError.otherContent) {
      try write("plan.yaml", replacing: true, "<!DOCTYPE html>")
    }
    #expect(try text("plan.yaml") == content)
    #expect(folder.names == ["plan.yaml"])
  }

  @Test func `a plan replaces a plan, and nothing else`() throws {
    try folder.put("calloff: 1\n", in: "plan.yaml")
    try write("plan.yaml", replacing: true, "calloff: 1\n", "title: New\n")
    #expect(try text("plan.yaml") == "calloff: 1\ntitle: New\n")
    try folder.put("notes", in: "notes.txt")
    #expect(throws: FileError.notReplaceable) {
      try write("notes.txt", replacing: true, "calloff: 1\n")
    }
  }

  @Test func `a folder is private, and is used again only if it was made so before`() throws {
    let form = ResultFolder(
      files: ["a.csv", "mark.json"], mark: "mark.json", beginning: Array("{1".utf8))
    try output.makeFolder(folder["data"], form)
    #expect(try folder.mode(of: "data") == 0o700)
    try write("data/.calloff-x.tmp", "1")
    try output.makeFolder(folder["data"], form)
    try write("data/a.csv", "1")
    #expect(throws: FileError.folderInUse(entry: "a.csv")) {
      try output.makeFolder(folder["data"], form)
    }
    try write("data/mark.json", "{2}")
    #expect(throws: FileError.folderInUse(entry: "a.csv")) {
      try output.makeFolder(folder["data"], form)
    }
    try write("data/mark.json", replacing: true, "{1}")
    try output.makeFolder(folder["data"], form)
    try write("data/b.csv", "1")
    #expect(throws: FileError.folderInUse(entry: "b.csv")) {
      try output.makeFolder(folder["data"], form)
    }
    symlink("data", folder["link"])
    #expect(throws: FileError.isLink) { try output.makeFolder(folder["link"], form) }
    #expect(throws: FileError.noFolder) { try output.makeFolder(folder["no/data"], form) }
    for name in ["a.csv", "b.csv", "mark.json", ".calloff-x.tmp"] { unlink(folder["data/\(name)"]) }
  }
}
