import Curses
import Glibc
import Interaction
import Presence
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

/// The built-in theme of a number, which is counted round and round.
func theme(_ number: Int) -> Theme {
  let names = ThemeLibrary.builtInNames
  return (try? ThemeLibrary.builtIn.theme(named: names[number % names.count])) ?? .standard
}

/// The value of an option such as `--watch=` among the arguments.
func value(of option: String) -> String? {
  CommandLine.arguments.first { $0.hasPrefix(option) }.map { String($0.dropFirst(option.count)) }
}

let arguments = CommandLine.arguments.dropFirst()
var options = TerminalOptions.standard
options.withMouse = arguments.contains("--mouse")
options.withASCIIAlone = arguments.contains("--ascii")
options.withClipboard = !arguments.contains("--no-clipboard")
do throws(TerminalError) {
  let screen = try CursesDisplay(theme: .standard, options: options)
  var display = screen
  var demo = Demo(count: 10_000, clipboard: screen.clipboard)
  _ = demo.handle(.resize(display.size))
  // With `--leave` it never reads the notices.
  let watched = value(of: "--watch=").map { open($0, O_RDWR | O_NONBLOCK | O_CLOEXEC) } ?? -1
  let sessions = value(of: "--store=").flatMap {
    try? SessionFolder(storePath: $0, isShared: false, name: "demo", host: "here")
  }
  screen.watch(sessions?.descriptor ?? watched)
  var read = [UInt8](repeating: 0, count: 4096)
  run(&demo, on: &display) { effect in
    switch effect {
    case .suspend: return .suspend
    case .copy(let text): return .copy(text)
    case .applyTheme(let number): screen.applyTheme(theme(number))
    case .drain:
      if let sessions {
        guard sessions.drain() else { return .nothing }
        return .outcome(sessions.others().compactMap { $0.plan.map(String.init) })
      }
      if !arguments.contains("--leave") { while Glibc.read(watched, &read, read.count) > 0 {} }
    case .quit: return .finish
    case .crash: preconditionFailure("asked to")
    case .hang: while true { pause() }
    case .terminate: kill(getpid(), SIGTERM)
    }
    return .nothing
  }
  if let number = screen.endingSignal {
    signal(number, SIG_DFL)
    raise(number)
  }
  exit(code(of: demo.ending))
} catch {
  let message = Array("demo: \(error.message)\n".utf8)
  _ = write(STDERR_FILENO, message, message.count)
  exit(1)
}
