import Documents
import Exports
import Foundation
import Sessions
import Synchronization
import Testing

@testable import Commands

@Suite("export")
struct ExportTests {
  /// A folder of its own, in which files are really written.
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "export-\(UUID().uuidString)")

  private func world() throws -> CommandEnvironment {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var world = World.surroundings
    world.output = .live
    return world
  }

  private func run(_ arguments: String, in world: CommandEnvironment) -> Outcome {
    World.outcome(
      arguments.replacing("DIR", with: folder.appending(path: "package").path), in: world)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: "package/\(name)"), encoding: .utf8)
  }

  @Test func `a data package is written privately into a new folder, and again into the same`()
    throws
  {
    let world = try world()
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = run("export --format datapackage DIR sample.yaml sound.yaml", in: world)
    #expect(outcome.exitStatus == .fine && outcome.data.hasPrefix("wrote 2 plans into"))
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "package").path)
    #expect(Set(names) == Set(DataTable.allCases.map(\.file) + ["datapackage.json"]))
    for name in names {
      let file = folder.appending(path: "package/\(name)").path
      let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
      #expect(mode as? Int == 0o600)
    }
    #expect(try text("lines.csv").contains("free text"))
    #expect(try text("plans.csv").split(separator: "\n").count == 3)
    let again = run("export --format datapackage DIR sample.yaml", in: world)
    #expect(again.exitStatus == .fine)
    #expect(try text("plans.csv").split(separator: "\n").count == 2)
  }

  @Test func `a folder that holds anything else is refused, and stays as it is`() throws {
    let world = try world()
    defer { try? FileManager.default.removeItem(at: folder) }
    let package = folder.appending(path: "package")
    try FileManager.default.createDirectory(at: package, withIntermediateDirectories: true)
    try "mine".write(
      to: package.appending(path: "letter.txt"), atomically: true, encoding: .utf8)
    let outcome = run("export --format datapackage DIR sample.yaml", in: world)
    #expect(outcome.exitStatus == .failure)
    #expect(outcome.standardError.contains("letter.txt"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: package.path) == ["letter.txt"])
  }

  @Test func `if a plan cannot be read, nothing is written`() throws {
    let world = try world()
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = run("export --format datapackage DIR sample.yaml faulty.yaml", in: world)
    #expect(outcome.exitStatus == .unreadable)
    #expect(outcome.standardError.contains("faulty.yaml:"))
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "package").path))
  }

  @Test func `a table of lines and standard input are exported`() throws {
    let world = try world()
    defer { try? FileManager.default.removeItem(at: folder) }
    let table = run(
      "export --format datapackage DIR tables/lines.csv --funds tables/funds.csv", in: world)
    #expect(table.exitStatus == .fine, "\(table.standardError)")
    let read = Mutex(0)
    var once = world
    once.files.read = { name in
      if name == "-" { read.withLock { $0 += 1 } }
      return World.read(name)
    }
    let outcome = run("export --format datapackage DIR -", in: once)
    #expect(outcome.exitStatus == .fine)
    #expect(read.withLock(\.self) == 1)
    #expect(try text("lines.csv").contains("free text"))
  }

  @Test func `without a plan, those of the store are exported`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try StoreWorld()
    try store.add("sample.yaml")
    try store.add("drafts/ryy.yaml")
    var world = store.surroundings
    world.output = try self.world().output
    #expect(run("export --format datapackage DIR", in: world).exitStatus == .fine)
    #expect(try text("plans.csv").split(separator: "\n").count == 3)
    #expect(try text("lines.csv").contains("free text"))
    #expect(run("export 1", in: world).data.hasPrefix("calloff: 1\n"))
  }

  @Test func `releases go to standard output or a file`() throws {
    let world = try world()
    defer { try? FileManager.default.removeItem(at: folder) }
    let arguments = "export --format ocds --ocid-prefix ocds-a1b2c3 drafts/rxx-november.yaml"
    let outcome = run(arguments, in: world)
    #expect(outcome.exitStatus == .fine, "\(outcome.standardError)")
    let text = outcome.data + String(decoding: outcome.bytes, as: UTF8.self)
    #expect(text.hasPrefix("{\n") && text.contains("\"ocid\": \"ocds-a1b2c3-RXX-"))
    let file = folder.appending(path: "releases.json").path
    #expect(run("\(arguments) -o \(file)", in: world).exitStatus == .fine)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    #expect(run("\(arguments) -o \(file)", in: world).exitStatus == .failure)
  }

  @Test(arguments: [
    ("export --format ocds sample.yaml", "needs `--ocid-prefix`"),
    ("export --format ocds --ocid-prefix ocds-ABC sample.yaml", "six lower-case letters"),
    ("export --format ocds --ocid-prefix ocds-a1b2c3 sample.yaml", "a release needs a date"),
    ("export --format datapackage", "name a folder"),
    ("export --format datapackage DIR sample.yaml -o x", "is a folder"),
    ("export --publisher Me 1", "need `--format ocds`"),
    ("export one two", "name one plan of the store"),
  ])
  func `a wrong call says what to do`(arguments: String, words: String) throws {
    let world = try world()
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = run(arguments, in: world)
    #expect(outcome.exitStatus == .unreadable)
    #expect(outcome.standardError.contains(words), "\(outcome.standardError)")
  }
}
