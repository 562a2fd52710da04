import Canvas
import Documents
import Testing
import Themes

@Suite struct ThemeDefectTests {
  /// A theme that sets all roles alike but for some.
  private func defects(_ others: [String: String]) throws -> [ThemeDefect] {
    var roles = Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0.name, "{}") })
    roles["selected"] = "{attributes: [reverse]}"
    roles["field.invalid"] = "{attributes: [bold]}"
    roles["border"] = "{attributes: [underline]}"
    roles.merge(others) { _, other in other }
    let lines = roles.map { "  \($0.key): \($0.value)\n" }.joined()
    return try OwnThemes(["test": "roles:\n\(lines)"]).library.theme(named: "test").defects
  }

  @Test(arguments: ThemeLibrary.builtInNames)
  func `a built-in theme is good`(name: String) throws {
    #expect(try ThemeLibrary.builtIn.theme(named: name).defects.map(\.message) == [])
  }

  @Test func `a colour on the terminal's own background is legible on black and on white`() throws {
    #expect(try defects([:]) == [])
    let grey = "{foreground: 243, with-16-colours: {}}"
    #expect(try defects(["title": grey]) == [])
    #expect(
      try defects(["title": "{foreground: 16, with-16-colours: {}}"]) == [
        .lowContrastOnOwn(.title, isWhite: false, colours: 256, tenths: 10)
      ])
    // Xterm's red of 205 is 3.6 on black, and its bright red 4.0 on white.
    #expect(
      try defects(["title": "{foreground: 9}"]) == [
        .lowContrastOnOwn(.title, isWhite: false, colours: 8, tenths: 35),
        .lowContrastOnOwn(.title, isWhite: true, colours: 16, tenths: 39),
        .lowContrastOnOwn(.title, isWhite: true, colours: 256, tenths: 39),
      ])
  }

  @Test func `a role that nobody sets is a defect`() throws {
    let theme = try OwnThemes(["test": "roles: {}\n"]).library.theme(named: "test")
    for role in Role.allCases { #expect(theme.defects.contains(.unset(role))) }
  }

  @Test func `what can be read badly is a defect`() throws {
    // Black on xterm's grey of 127 is 5.3, white on it 4.0.
    let fewer = "with-16-colours: {foreground: 0, background: 8}, with-8-colours: {}"
    #expect(
      try defects(["title": "{foreground: 15, background: 8, \(fewer)}"])
        == [.lowContrast(.title, colours: 256, tenths: 40)])
    #expect(try defects(["title": "{foreground: 0, background: 8, \(fewer)}"]) == [])
    // With eight colours, bright black is black.
    #expect(
      try defects(["title": "{foreground: 0, background: 8}"])
        == [.lowContrast(.title, colours: 8, tenths: 10)])
  }

  @Test func `the contrast is to the background of text where a role has none`() throws {
    let text = "{foreground: 0, background: 15}"
    #expect(
      try defects(["text": text, "dim": "{foreground: 3}"]) == [
        .lowContrast(.dim, colours: 8, tenths: 13), .lowContrast(.dim, colours: 16, tenths: 17),
        .lowContrast(.dim, colours: 256, tenths: 17),
      ])
  }

  @Test func `a background under the terminal's own colour is a defect`() throws {
    let title = "{background: 200}"
    #expect(try defects(["title": title]) == [.unknownContrast(.title, colours: 256)])
  }

  @Test func `what shows by looks alone needs an attribute with any colours`() throws {
    let all = ColourMeans.allCases
    #expect(
      try defects(["selected": "{}"])
        == all.map { ThemeDefect.colourAlone(.selected, $0) })
    #expect(
      try defects(["text": "{attributes: [bold]}"])
        == all.map { ThemeDefect.colourAlone(.fieldInvalid, $0) })
    #expect(
      try defects(["border": "{}"])
        == all.map { ThemeDefect.colourAlone(.border, $0) })
    let few = "{attributes: [bold], with-8-colours: {}}"
    #expect(try defects(["field.invalid": few]) == [.colourAlone(.fieldInvalid, .few)])
    #expect(
      try defects(["selected": "{attributes: [reverse], without-colours: []}"]) == [
        .colourAlone(.selected, .none)
      ])
  }

  @Test func `high contrast is 7 to 1 at least`() throws {
    let theme = try ThemeLibrary.builtIn.theme(named: "high-contrast")
    for role in Role.allCases {
      let style = theme.style(of: role, means: .many)
      let ground = luminance(of: style.background.number) + 0.05
      #expect((luminance(of: style.foreground.number) + 0.05) / ground >= 7, "\(role.name)")
    }
  }

  @Test func `money that is covered is bluer by far than what is wrong, for the colour-blind`()
    throws
  {
    let theme = try ThemeLibrary.builtIn.theme(named: "colour-blind")
    func blueness(_ role: Role) -> Int {
      let place = theme.style(of: role, means: .many).foreground.number - 16
      let steps = [0, 95, 135, 175, 215, 255]
      return 2 * steps[place % 6] - steps[place / 36] - steps[place / 6 % 6]
    }
    for role in [Role.unfunded, .findingError, .messageError, .fieldInvalid] {
      #expect(blueness(.covered) - blueness(role) >= 400, "\(role.name)")
    }
  }

  @Test func `monochrome is without colours`() throws {
    let theme = try ThemeLibrary.builtIn.theme(named: "monochrome")
    for role in Role.allCases {
      for means in ColourMeans.allCases {
        let style = theme.style(of: role, means: means)
        #expect(style.foreground == .own && style.background == .own)
      }
    }
  }
}
