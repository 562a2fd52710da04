import Documents
import Foundation
import Procurement
import Testing
import Validation
import Workbench

/// Checks of pages written by hand.
@Suite struct WrittenPageTests {
  /// All Markdown pages, by path from the root.
  private static let pages: [String] = {
    let files = FileManager.default.enumerator(atPath: Pages.root.appending(path: "docs").path)
    let names = files?.compactMap { $0 as? String } ?? []
    return ["README.md", "CONTRIBUTING.md"]
      + names.filter { $0.hasSuffix(".md") }.map { "docs/\($0)" }.sorted()
  }()

  @Test func `there are pages to check`() {
    #expect(WrittenPageTests.pages.count > 10)
  }

  @Test(arguments: pages)
  func `links lead to existing files and headings`(page: String) throws {
    let folder = Pages.root.appending(path: page).deletingLastPathComponent()
    for match in try Pages.text(of: page).matches(of: /\]\(([^)\s]+)\)/) {
      let parts = match.1.split(separator: "#", omittingEmptySubsequences: false)
      guard let path = parts.first, !path.contains("://") else { continue }
      let file = path.isEmpty ? Pages.root.appending(path: page) : folder.appending(path: path)
      guard FileManager.default.fileExists(atPath: file.path) else {
        Issue.record("\(page) links to \(path), which does not exist")
        continue
      }
      guard parts.count == 2 else { continue }
      let anchors = Headings(of: try String(contentsOf: file, encoding: .utf8)).anchors
      #expect(anchors.contains(String(parts[1])), "\(page) links to \(match.1)")
    }
  }

  @Test func `the README leads to every page for users and engineers`() throws {
    let readme = try Pages.text(of: "README.md")
    for page in WrittenPageTests.pages.dropFirst() where !page.hasPrefix("docs/decisions/0") {
      // The method is linked from the figures.
      guard page != "docs/performance-method.md" else { continue }
      #expect(readme.contains("](\(page))"), "\(page)")
    }
  }

  @Test func `the guide says what digits do on the funds screen, as help does`() throws {
    let typing = try #require(Context.records.typing)
    let guide = try Pages.text(of: "docs/guide.md").replacing("\n", with: " ")
    #expect(guide.contains(typing.title))
  }

  @Test(arguments: pages)
  func `finding codes exist`(page: String) throws {
    for match in try Pages.text(of: page).matches(of: /\b[CFGPS]1\d\d\b/) {
      #expect(FindingCode(rawValue: String(match.0)) != nil, "\(page) names \(match.0)")
    }
  }

  @Test func `example plans have the findings that the README names`() throws {
    let index = ProgrammeIndex(try Programme.builtIn())
    var seen = 0
    for line in try Pages.text(of: "README.md").split(separator: "\n") {
      guard let example = line.firstMatch(of: /docs\/examples\/[a-z]+\.yaml/) else { continue }
      let named = line.matches(of: /\b[CFGPS]1\d\d\b/).map { String($0.0) }
      guard !named.isEmpty else { continue }
      let bytes = Array(try Pages.text(of: String(example.0)).utf8)
      let plan = try readPlan(bytes, clusters: index.programme.clusters.map(\.id)).plan
      let assessment = Assessment(plan, against: index)
      let present = Set(assessment.findings.map(\.code.rawValue))
      #expect(present.isSuperset(of: named), "\(example.0)")
      seen += 1
    }
    #expect(seen == 3)
  }

  /// All modules: the folders of `Sources`, and the themes.
  private static func modules() throws -> Set<String> {
    let sources = Pages.root.appending(path: "Sources").path
    return Set(try FileManager.default.contentsOfDirectory(atPath: sources) + ["Themes"])
  }

  /// The imports of each module, according to the table in the architecture.
  private static func importsInTable() throws -> [String: Set<String>] {
    let names = /`([A-Za-z]+)`/
    let rows = try Pages.text(of: "docs/architecture.md").split(separator: "\n")
      .filter { $0.hasPrefix("| `") }.map { $0.split(separator: "|") }.filter { $0.count == 3 }
    var modules: [String: Set<String>] = [:]
    for row in rows {
      guard let module = row[0].firstMatch(of: names)?.1 else { continue }
      modules[String(module)] = Set(row[2].matches(of: names).map { String($0.1) })
    }
    return modules
  }

  @Test func `the table of modules says what each imports`() throws {
    let modules = try WrittenPageTests.importsInTable()
    #expect(Set(modules.keys) == (try WrittenPageTests.modules()))
    for (module, imports) in modules where !["CYAML", "CNcurses", "CSQLite"].contains(module) {
      #expect(try WrittenPageTests.imports(of: module).intersection(modules.keys) == imports)
    }
  }

  @Test func `the drawing has every module once, above those that it imports`() throws {
    let modules = try WrittenPageTests.importsInTable()
    let page = try Pages.text(of: "docs/architecture.md")
    let drawing = try #require(
      page.split(separator: "```", omittingEmptySubsequences: false).dropFirst().first)
    var rows: [String: Int] = [:]
    for (row, line) in drawing.split(separator: "\n").enumerated() {
      for word in line.matches(of: /[A-Za-z]+/).map({ String($0.0) }) where modules[word] != nil {
        #expect(rows[word] == nil, "\(word)")
        rows[word] = row
      }
    }
    #expect(Set(rows.keys) == Set(modules.keys))
    for (module, imports) in modules {
      for imported in imports {
        #expect(rows[module, default: 0] < rows[imported, default: 0], "\(module), \(imported)")
      }
    }
  }

  @Test(arguments: ["docs/architecture.md", "CONTRIBUTING.md"])
  func `types and folders that a page names exist`(page: String) throws {
    let names = try DeclaredNames()
    for match in try Pages.text(of: page).matches(of: /`([A-Za-z\/.]+)`/) {
      let name = String(match.1)
      if name.hasPrefix("Sources/") || name.hasPrefix("Tests/") {
        let path = Pages.root.appending(path: name).path
        #expect(FileManager.default.fileExists(atPath: path), "\(page) names \(name)")
      } else if name.wholeMatch(of: /(?:[A-Z]+[a-z]+){2,}/) != nil {
        #expect(names.all.contains(name), "\(page) names \(name)")
      }
    }
  }

  /// All modules that the files of a module import.
  private static func imports(of module: String) throws -> Set<String> {
    let folder = Pages.root.appending(path: module == "Themes" ? module : "Sources/\(module)")
    let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    let texts = try (files ?? []).filter { $0.hasSuffix(".swift") }
      .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
    return Set(
      texts.flatMap { $0.matches(of: /(?m)^(?:[a-z]+ )?import ([A-Za-z]+)$/) }.map {
        String($0.1)
      })
  }
}
