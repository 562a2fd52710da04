import Curses
import Glibc
import Interaction
import Themes

// Exit codes: 0 quit, 1 the terminal cannot be used, 10 and on why it was ended.
func code(of ending: Event?) -> CInt {
  switch ending {
  case .hangUp(.terminalGone): 10
  case .hangUp(.signal(.hangUp)): 11
  case .hangUp(.signal(.terminate)): 12
  case .interrupt: 13
  default: 0
  }
}

let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 10_000
do throws(TerminalError) {
  var display = try CursesDisplay(theme: .standard)
  var demo = Demo(count: count)
  _ = demo.handle(.resize(display.size))
  run(&demo, on: &display) { effect in
    switch effect {
    case .suspend: .suspend
    case .copy(let text): .copy(text)
    case .quit: .finish
    case .crash: preconditionFailure("asked to")
    }
  }
  exit(code(of: demo.ending))
} catch {
  let message = Array("demo: \(error.message)\n".utf8)
  _ = write(STDERR_FILENO, message, message.count)
  exit(1)
}
