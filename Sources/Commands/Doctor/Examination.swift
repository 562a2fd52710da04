import Canvas
import Curses
import Documents
import Workbench

/// Looks at all that the workbench depends on, one remark each.
struct Examination {
  let surroundings: Surroundings
  let machine: Machine

  init(_ surroundings: Surroundings) {
    self.surroundings = surroundings
    machine = surroundings.machine()
  }

  /// The remarks, in the order in which one would mend things.
  var remarks: [Remark] {
    [terminal, colours, locale, configuration, keys, mouse, clipboard, kept]
  }

  // MARK: The terminal

  private var type: String? { value(of: "TERM") }

  private func value(of name: String) -> String? {
    surroundings.environment(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  private var terminal: Remark {
    let subject = "terminal"
    switch machine.terminalError {
    case .inputIsNoTerminal?, .outputIsNoTerminal?:
      return Remark(
        .warning, subject, "there is none here; run `calloff doctor` in one to hear of it")
    case let error?: return Remark(.error, subject, error.message)
    case nil: break
    }
    guard let size = machine.size else {
      return Remark(.warning, subject, "\(named) does not say its size; run `stty size` to see why")
    }
    let least = WorkbenchProgram.leastSize
    let extent = "\(size.columns)x\(size.rows)"
    guard size.columns >= least.columns, size.rows >= least.rows else {
      return Remark(
        .warning, subject,
        "\(named), \(extent): too small; enlarge it to \(least.columns)x\(least.rows)")
    }
    return Remark(.ok, subject, "\(named), \(extent)")
  }

  private var named: String { quoted(type ?? "") }

  private var colours: Remark {
    if value(of: "NO_COLOR") != nil {
      return Remark(.ok, "colours", "none, as `NO_COLOR` asks; unset it to have them")
    }
    let number = machine.traits.colours
    guard number >= 8 else {
      return Remark(
        .ok, "colours", "\(named) has none; if it does, set `TERM` to what it is")
    }
    return Remark(.ok, "colours", "\(number)")
  }

  private var locale: Remark {
    machine.traits.isUTF8
      ? Remark(.ok, "locale", "UTF-8")
      : Remark(
        .warning, "locale",
        "not UTF-8, so the workbench draws with ASCII alone; set `LANG`, such as to `C.UTF-8`")
  }

  private var mouse: Remark {
    Remark(.ok, "mouse", "off; it selects text as the terminal has it")
  }

  /// A terminal does not tell whether it takes text for the clipboard, so this is what kinds do.
  private var clipboard: Remark {
    let subject = "clipboard"
    if value(of: "TMUX") != nil {
      return Remark(
        .ok, subject,
        "tmux passes text on (OSC 52) where its option `set-clipboard` is `on`; "
          + "`tmux show -s set-clipboard` tells")
    }
    if value(of: "STY") != nil {
      return Remark(
        .ok, subject, "GNU screen does not pass text on (OSC 52); select with the mouse")
    }
    switch type {
    case "linux"?, "dumb"?, nil:
      return Remark(
        .ok, subject, "no terminal to take text (OSC 52); select with the mouse")
    case let type?:
      return Remark(
        .ok, subject,
        "whether \(quoted(type)) takes text (OSC 52) is for its own settings; look there")
    }
  }
}
