@testable import Curses
import Testing

@Suite struct TerminalOptionsTests {
  private func options(_ environment: [String: String]) -> TerminalOptions {
    TerminalOptions.standard { environment[$0] }
  }

  @Test func `a lone Escape leaves time to draw the answer within 25 milliseconds`() {
    #expect(options([:]).escapeDelay <= 15)
    #expect(options(["SSH_TTY": ""]).escapeDelay <= 15)
  }

  @Test(arguments: ["SSH_CONNECTION", "SSH_TTY"])
  func `a lone Escape waits longer over a network`(variable: String) {
    #expect(options([variable: "x"]).escapeDelay == 100)
  }

  @Test func `who wants no colours says so with a value`() {
    #expect(options([:]).withColours && options(["NO_COLOR": ""]).withColours)
    #expect(!options(["NO_COLOR": "1"]).withColours)
  }

  @Test func `the mouse is only asked for where the user wants it`() {
    #expect(!options([:]).withMouse)
  }
}
