import Canvas
import Documents
import Testing
import Themes

@Suite struct InheritanceTests {
  private func foreground(_ role: Role, of name: String, in themes: OwnThemes) throws -> Int {
    try themes.library.theme(named: name).style(of: role, means: .many).foreground.number
  }

  @Test func `what a theme does not set it inherits`() throws {
    let themes = OwnThemes([
      "near": "inherits: far\nroles: {title: {foreground: 1}}\n",
      "far": "inherits: dark\nroles: {title: {foreground: 2}, key: {foreground: 3}}\n",
    ])
    #expect(try foreground(.title, of: "near", in: themes) == 1)
    #expect(try foreground(.key, of: "near", in: themes) == 3)
    let dark = try ThemeLibrary.builtIn.theme(named: "dark")
    for role in Role.allCases where role != .title && role != .key {
      for means in ColourMeans.allCases {
        #expect(
          try themes.library.theme(named: "near").style(of: role, means: means)
            == dark.style(of: role, means: means))
      }
    }
  }

  @Test func `a role is inherited whole or not at all`() throws {
    let themes = OwnThemes(["mine": "inherits: dark\nroles: {title: {foreground: 1}}\n"])
    let style = try themes.library.theme(named: "mine").style(of: .title, means: .many)
    #expect(style.attributes == [])
  }

  @Test func `a theme cannot inherit from itself`() {
    let themes = OwnThemes(["mine": "inherits: mine\nroles: {}\n"])
    #expect(themes.faults(of: "mine").map { $0.prefix(22) } == ["/themes/mine.yaml:3:11"])
  }

  @Test func `a circle of themes is a fault where it closes`() {
    let themes = OwnThemes([
      "first": "inherits: second\nroles: {}\n", "second": "inherits: third\nroles: {}\n",
      "third": "inherits:   second\nroles: {}\n",
    ])
    #expect(
      themes.faults(of: "first") == [
        "/themes/third.yaml:3:13: `second` would inherit from itself, by way of `third`; "
          + "let one of them inherit from a built-in theme"
      ])
  }

  @Test func `an unknown theme to inherit from is a fault at its place`() {
    let themes = OwnThemes(["mine": "inherits: drak\nroles: {titel: {}}\n"])
    #expect(
      themes.faults(of: "mine") == [
        "/themes/mine.yaml:3:11: unknown theme `drak`; did you mean `dark`?",
        "/themes/mine.yaml:4:9: unknown role `titel`; did you mean `title`?",
      ])
  }

  @Test func `a theme inherits through sixteen others and no more, and no more files are read`() {
    final class Count { var reads = 0 }
    let count = Count()
    let names = (0..<200).map { "t\($0)" }
    let library = ThemeLibrary(folder: "/themes", files: names.map { "\($0).yaml" }) { path in
      count.reads += 1
      let number = Int(path.dropFirst(9).dropLast(5)) ?? 0
      let parent = number + 1 < names.count ? "t\(number + 1)" : "default"
      let text = "theme: 1\nname: t\(number)\ninherits: \(parent)\nroles: {}\n"
      return .success(Array(text.utf8))
    }
    #expect(throws: Never.self) { try library.theme(named: "t184") }
    #expect(count.reads == 16)
    #expect(throws: ThemeError.self) { try library.theme(named: "t183") }
    #expect(throws: ThemeError.self) { try library.theme(named: "t0") }
    #expect(count.reads <= 16 + 2 * 17)
  }

  @Test func `a fault of what is inherited from is in its file`() {
    let themes = OwnThemes([
      "mine": "inherits: other\nroles: {}\n", "other": "roles: {title: {foreground: pink}}\n",
    ])
    #expect(themes.faults(of: "mine").map { $0.prefix(24) } == ["/themes/other.yaml:3:29:"])
  }

  @Test(arguments: [
    ("theme: 1\nname: yours\nroles: {}\n", "2:7"), ("name: mine\nroles: {}\n", "1:1"),
    ("theme: 1\nname: mine\n", "1:1"), ("theme: 1\nname: mine\nroles: []\n", "3:8"),
    ("theme: 1\nname: mine\nroles: {}\ncolour: red\n", "4:1"), ("- theme\n", "1:1"),
    ("theme: 1\nname: mine\nroles: {title: {}, title: {}}\n", "3:20"), ("", "1:1"),
    ("theme: 1\nname: mine\ninherits: [dark]\nroles: {}\n", "3:11"),
  ])
  func `a faulty document is refused at its place`(document: String, place: String) {
    let faults = OwnThemes(documents: ["mine": document]).faults(of: "mine")
    #expect(faults.map { $0.hasPrefix("/themes/mine.yaml:\(place): ") } == [true], "\(faults)")
  }

  @Test func `the names of built-in themes are theirs alone`() throws {
    let themes = OwnThemes(["dark": "roles: {title: {foreground: 1}}\n"])
    #expect(
      try themes.library.theme(named: "dark") == ThemeLibrary.builtIn.theme(named: "dark"))
    #expect(themes.library.names == ThemeLibrary.builtInNames)
    #expect(throws: ThemeError.self) { try themes.library.ownTheme(named: "dark") }
  }

  @Test(arguments: [
    "..", "../dark", "a/b", "", "a b", "größe", "a.b", "a\0b", String(repeating: "a", count: 65),
  ])
  func `an invalid name is not a theme, even where a file has it`(name: String) {
    let library = ThemeLibrary(folder: "/themes", files: ["\(name).yaml"]) { path in
      Issue.record("\(path) was read")
      return .failure(.notFound)
    }
    #expect(library.ownNames.isEmpty)
    #expect(throws: ThemeError.unknown(name, known: library.names)) {
      try library.theme(named: name)
    }
  }
}
