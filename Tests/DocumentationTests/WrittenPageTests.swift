import Documents
import Foundation
import Procurement
import Testing
import Validation

/// What people write holds where it can be checked.
@Suite struct WrittenPageTests {
  /// All pages in Markdown, named from the root.
  private static let pages: [String] = {
    let files = FileManager.default.enumerator(atPath: Pages.root.appending(path: "docs").path)
    let names = files?.compactMap { $0 as? String } ?? []
    return ["README.md"] + names.filter { $0.hasSuffix(".md") }.map { "docs/\($0)" }.sorted()
  }()

  @Test func `there are pages to look at`() {
    #expect(WrittenPageTests.pages.count > 10)
  }

  @Test(arguments: pages)
  func `links lead to files that there are`(page: String) throws {
    let folder = Pages.root.appending(path: page).deletingLastPathComponent()
    for match in try Pages.text(of: page).matches(of: /\]\(([^)\s]+)\)/) {
      let target = match.1.prefix { $0 != "#" }
      guard !target.isEmpty, !target.contains("://") else { continue }
      let file = folder.appending(path: String(target))
      #expect(
        FileManager.default.fileExists(atPath: file.path), "\(page) leads to \(target)")
    }
  }

  @Test(arguments: pages)
  func `codes are codes that there are`(page: String) throws {
    for match in try Pages.text(of: page).matches(of: /\b[CFPS]1\d\d\b/) {
      #expect(FindingCode(rawValue: String(match.0)) != nil, "\(page) names \(match.0)")
    }
  }

  @Test func `example plans have the findings that the README names`() throws {
    let index = ProgrammeIndex(try Programme.builtIn())
    var seen = 0
    for line in try Pages.text(of: "README.md").split(separator: "\n") {
      guard let example = line.firstMatch(of: /docs\/examples\/[a-z]+\.yaml/) else { continue }
      let named = line.matches(of: /\b[CFPS]1\d\d\b/).map { String($0.0) }
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

  @Test func `the table of modules says what each imports`() throws {
    let names = /`([A-Za-z]+)`/
    let rows = try Pages.text(of: "docs/architecture.md").split(separator: "\n")
      .filter { $0.hasPrefix("| `") }.map { $0.split(separator: "|") }.filter { $0.count == 3 }
    var modules: [String: Set<String>] = [:]
    for row in rows {
      guard let module = row[0].firstMatch(of: names)?.1 else { continue }
      modules[String(module)] = Set(row[2].matches(of: names).map { String($0.1) })
    }
    #expect(modules.count == 21)
    for (module, imports) in modules where !["CYAML", "CNcurses", "CSQLite"].contains(module) {
      #expect(try WrittenPageTests.imports(of: module).intersection(modules.keys) == imports)
    }
  }

  /// All that the files of a module import.
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
