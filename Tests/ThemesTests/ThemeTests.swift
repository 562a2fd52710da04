import Canvas
import Documents
import Testing
import Themes

@Suite struct ThemeTests {
  private func theme(_ roles: String) throws -> Theme {
    try Theme(document: Array("theme: 1\nname: test\nroles:\n  \(roles)\n".utf8))
  }

  private func style(_ roles: String, _ role: Role, colours: Int) throws -> Style {
    try theme(roles).style(of: role, means: ColourMeans(colours: colours))
  }

  @Test func `the built-in theme reads`() {
    #expect(Theme.standard.name == "default")
  }

  @Test(arguments: [0, 8, 16, 256])
  func `what moving about repaints is plain`(colours: Int) {
    for role in [Role.text, .mark] {
      #expect(Theme.standard.style(of: role, means: ColourMeans(colours: colours)) == .plain)
    }
  }

  @Test func `the built-in theme keeps the terminal's background`() {
    for role in Role.allCases {
      #expect(Theme.standard.style(of: role, means: .many).background == .own)
    }
  }

  @Test func `the built-in theme is legible on white and on black`() {
    for role in Role.allCases {
      let number = Theme.standard.style(of: role, means: .many).foreground.number
      // The first sixteen are the palette that the terminal's owner chose.
      guard number >= 16 else { continue }
      let luminance = luminance(of: number)
      #expect((luminance + 0.05) / 0.05 >= 3, "\(role.name) on black")
      #expect(1.05 / (luminance + 0.05) >= 3, "\(role.name) on white")
    }
  }

  @Test func `what matters most shows without colours`() {
    for role in [Role.selected, .fieldInvalid, .messageError, .findingError, .unfunded] {
      #expect(Theme.standard.style(of: role, means: .none) != .plain, "\(role.name)")
    }
  }

  @Test func `a colour falls back where the terminal has fewer`() throws {
    let roles = "title: {foreground: bright-red, background: 200, attributes: [bold]}"
    #expect(try style(roles, .title, colours: 256).foreground.number == 9)
    #expect(try style(roles, .title, colours: 256).background.number == 200)
    #expect(try style(roles, .title, colours: 16).foreground.number == 9)
    #expect(try style(roles, .title, colours: 16).background == .own)
    #expect(try style(roles, .title, colours: 8).foreground.number == 1)
    #expect(try style(roles, .title, colours: 0).attributes == .bold)
  }

  @Test func `a role says itself how it looks with fewer colours`() throws {
    let roles =
      "title: {foreground: 200, with-8-colours: {foreground: red}, without-colours: [reverse]}"
    #expect(try style(roles, .title, colours: 88).foreground.number == 1)
    #expect(try style(roles, .title, colours: 8).foreground.number == 1)
    #expect(try style(roles, .title, colours: 0).attributes == .reverse)
  }

  @Test(arguments: [
    "titel: {}", "title: {foreground: pink}", "title: {foreground: 256}",
    "title: {attributes: [blink]}", "title: {colour: red}", "title: {attributes: bold}",
    "title: {with-8-colours: {foreground: bright-red}}", "title: red",
  ])
  func `a theme that cannot be read is refused at its place`(roles: String) throws {
    do {
      _ = try theme(roles)
      Issue.record("it was read")
    } catch let list as FaultList {
      #expect(list.faults.map(\.place.line) == [4])
    }
  }

  /// Relative luminance as the web's accessibility guidelines define it, of the palette's cube and
  /// greys.
  private func luminance(of number: Int) -> Double {
    let steps = [0.0, 95, 135, 175, 215, 255]
    let cube = number - 16
    let grey = Double(8 + (number - 232) * 10)
    let channels =
      number >= 232
      ? [grey, grey, grey] : [steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6]]
    let linear = channels.map { channel in
      let part = channel / 255
      return part <= 0.03928 ? part / 12.92 : power((part + 0.055) / 1.055)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// The 2.4th power, near enough, without a mathematics library.
  private func power(_ base: Double) -> Double {
    // 2.4 = 2 + 2/5; the fifth root by Newton's steps.
    var root = base
    for _ in 0..<40 { root -= (root - base / (root * root * root * root)) / 5 }
    return base * base * root * root
  }
}
