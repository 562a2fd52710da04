import Curses
import Documents
import Workbench

/// Checks of the switches: what is on or off, why, and how to change it.
extension Diagnosis {
  var mouse: Check {
    let subject = "mouse"
    guard machine.traits.ignoresUnknown else {
      return Check(
        .ok, subject,
        "off, because \(named) is not known to report the mouse; if it does, set `TERM` to the "
          + "terminal's own type")
    }
    return switch (settings.mouse.value, settings.mouse.origin) {
    case (true, .standard):
      Check(
        .ok, subject,
        "on; select text with Shift and the mouse, or leave the mouse to the terminal with "
          + "`--no-mouse` or `mouse: off` in config.yaml")
    case (true, _):
      Check(
        .ok, subject,
        "on (`mouse: on` in config.yaml); select text with Shift and the mouse, or leave the mouse "
          + "to the terminal with `--no-mouse`")
    case (false, .standard):
      Check(
        .ok, subject,
        "off over SSH, so that the mouse selects text; `--mouse`, or `mouse: on` in config.yaml, "
          + "turns it on")
    case (false, _):
      Check(
        .ok, subject,
        "off (`mouse: off` in config.yaml); `--mouse` turns it on")
    }
  }

  /// A terminal does not report whether it allows copying, so this says what is known of its type,
  /// and of tmux or GNU screen if the workbench runs in one.
  var clipboard: Check {
    let subject = "clipboard"
    guard settings.clipboard.value else {
      return Check(
        .ok, subject,
        "off (`clipboard: off` in config.yaml); `--clipboard` turns it on")
    }
    guard machine.traits.ignoresUnknown else {
      return Check(
        .warning, subject,
        "\(type.map(quoted) ?? "the terminal") does not support copying (OSC 52); select text with "
          + "the mouse instead")
    }
    if surroundings.value(of: "TMUX") != nil { return tmuxClipboard }
    if surroundings.value(of: "STY") != nil {
      return Check(
        .warning, subject,
        "GNU screen does not pass copied text on (OSC 52); select text with the mouse instead")
    }
    if let type, ["tmux", "screen"].contains(where: type.hasPrefix) {
      return Check(
        .warning, subject,
        "\(named) is tmux or GNU screen on another computer; tmux passes copied text on (OSC 52) "
          + "if its option `set-clipboard` is `on`, GNU screen never does")
    }
    return Check(
      .ok, subject,
      "copied text is sent to the terminal (OSC 52); cannot tell whether \(named) allows copying; "
        + "check its settings")
  }

  private var tmuxClipboard: Check {
    let (subject, option) = ("clipboard", "set-clipboard")
    return switch machine.tmuxOption(option) {
    case "on":
      Check(
        .ok, subject,
        "tmux passes copied text on (OSC 52); cannot tell whether the terminal around it allows "
          + "copying; check its settings")
    case let value?:
      Check(
        .warning, subject,
        "tmux does not pass copied text on (OSC 52), because its option `\(option)` is "
          + "`\(value)`; run `tmux set -s \(option) on` to change it")
    case nil:
      Check(
        .warning, subject,
        "tmux passes copied text on (OSC 52) only if its option `\(option)` is `on`; "
          + "`tmux show -s \(option)` shows its value")
    }
  }

  var ascii: Check {
    let subject = "ascii"
    guard machine.traits.isUTF8 else {
      return Check(.ok, subject, "on, because the locale is not UTF-8")
    }
    return settings.ascii.value
      ? Check(
        .ok, subject, "on (`ascii: on` in config.yaml); `--no-ascii` turns it off")
      : Check(
        .ok, subject,
        "off; if lines and symbols show as boxes, use `--ascii`, or `ascii: on` in config.yaml")
  }

  var editing: Check {
    let value = settings.editing.value
    let others = TextMovements.allCases.filter { $0 != value }.map { "editing: \($0.rawValue)" }
    return Check(
      .ok, "editing",
      "\(value.rawValue); \(listed(others)) in config.yaml changes it")
  }
}
