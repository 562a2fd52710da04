import Curses
import Documents
import Workbench

/// What is on and what is off, why, and how to have it otherwise.
extension Examination {
  var mouse: Remark {
    let subject = "mouse"
    guard machine.traits.ignoresUnknown else {
      return Remark(
        .ok, subject,
        "off, as \(named) is not known to tell of one; if it does, set `TERM` to what it is")
    }
    return switch (settings.mouse.value, settings.mouse.origin) {
    case (true, .standard):
      Remark(
        .ok, subject,
        "on, and selects text with Shift; `--no-mouse`, or `mouse: off` in config.yaml, "
          + "leaves it to the terminal")
    case (true, _):
      Remark(
        .ok, subject,
        "on, as `mouse: on` in config.yaml has it, and selects text with Shift; `--no-mouse` "
          + "leaves it to the terminal")
    case (false, .standard):
      Remark(
        .ok, subject,
        "off over SSH, so that it selects text; `--mouse`, or `mouse: on` in config.yaml, "
          + "switches it on")
    case (false, _):
      Remark(
        .ok, subject,
        "off, as `mouse: off` in config.yaml has it; `--mouse` switches it on")
    }
  }

  /// A terminal does not tell whether it takes text for the clipboard, so this is what is known of
  /// its kind, and of what stands between it and the workbench.
  var clipboard: Remark {
    let subject = "clipboard"
    guard settings.clipboard.value else {
      return Remark(
        .ok, subject,
        "off, as `clipboard: off` in config.yaml has it; `--clipboard` switches it on")
    }
    guard machine.traits.ignoresUnknown else {
      return Remark(
        .warning, subject,
        "\(type.map(quoted) ?? "the terminal") does not take text (OSC 52), so nothing is copied; "
          + "select with the mouse")
    }
    if surroundings.value(of: "TMUX") != nil { return tmuxClipboard }
    if surroundings.value(of: "STY") != nil {
      return Remark(
        .warning, subject,
        "GNU screen does not pass text on (OSC 52), so nothing is copied; select with the mouse")
    }
    if let type, ["tmux", "screen"].contains(where: type.hasPrefix) {
      return Remark(
        .warning, subject,
        "\(named) is tmux or GNU screen on another computer; tmux passes text on (OSC 52) where "
          + "its option `set-clipboard` is `on`, GNU screen never")
    }
    return Remark(
      .ok, subject,
      "text is sent to the terminal (OSC 52); cannot tell whether \(named) allows copying; check "
        + "its settings")
  }

  private var tmuxClipboard: Remark {
    let (subject, option) = ("clipboard", "set-clipboard")
    return switch machine.tmuxOption(option) {
    case "on":
      Remark(
        .ok, subject,
        "tmux passes text on (OSC 52); cannot tell whether the terminal around it allows copying; "
          + "check its settings")
    case let value?:
      Remark(
        .warning, subject,
        "tmux does not pass text on (OSC 52), as its option `\(option)` is `\(value)`; "
          + "`tmux set -s \(option) on` changes it")
    case nil:
      Remark(
        .warning, subject,
        "tmux passes text on (OSC 52) only where its option `\(option)` is `on`; "
          + "`tmux show -s \(option)` shows it")
    }
  }

  var ascii: Remark {
    let subject = "ascii"
    guard machine.traits.isUTF8 else {
      return Remark(.ok, subject, "on, as the locale asks")
    }
    return settings.ascii.value
      ? Remark(
        .ok, subject, "on, as `ascii: on` in config.yaml has it; `--no-ascii` switches it off")
      : Remark(
        .ok, subject,
        "off; where lines and signs show as boxes, `--ascii`, or `ascii: on` in config.yaml, "
          + "does without them")
  }

  var editing: Remark {
    let value = settings.editing.value
    let others = TextMovements.allCases.filter { $0 != value }.map { "editing: \($0.rawValue)" }
    return Remark(
      .ok, "editing",
      "\(value.rawValue); \(listed(others)) in config.yaml makes it otherwise")
  }
}
