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
}
