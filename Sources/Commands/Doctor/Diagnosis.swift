import Canvas
import Curses
import Documents
import Procurement
import Workbench

/// Checks everything that the workbench depends on.
struct Diagnosis {
  let surroundings: CommandEnvironment
  let machine: Machine
  /// What is wished of the workbench; without `config.yaml` where that has a fault.
  let settings: ResolvedSettings
  /// What is wrong with `config.yaml`.
  let configurationFault: Failure?

  /// The clusters that plans may name; nil if the programme cannot be read.
  let clusters: [String]?

  init(_ surroundings: CommandEnvironment, for programme: Programme?) {
    self.surroundings = surroundings
    clusters = programme?.clusters.map(\.id)
    machine = surroundings.machine()
    do throws(Failure) {
      settings = try surroundings.settings()
      configurationFault = nil
    } catch {
      settings = surroundings.settingsWithoutConfiguration
      configurationFault = error
    }
  }

  /// The checks, in the order in which one would fix things.
  var checks: [Check] {
    [
      terminal, colours, locale, ascii, configuration, keys, editing, mouse, clipboard, store,
      library, unsaved,
    ]
  }

  // MARK: The terminal

  var type: String? { surroundings.value(of: "TERM") }

  private var terminal: Check {
    let subject = "terminal"
    switch machine.terminalError {
    case .inputIsNoTerminal?, .outputIsNoTerminal?:
      return Check(
        .warning, subject, "not a terminal; run `calloff doctor` in one to check it")
    case let error?: return Check(.error, subject, error.message)
    case nil: break
    }
    guard let size = machine.size else {
      return Check(
        .warning, subject, "\(named) does not report its size; run `stty size` to see why")
    }
    let least = WorkbenchProgram.leastSize
    let extent = "\(size.columns)x\(size.rows)"
    guard size.columns >= least.columns, size.rows >= least.rows else {
      return Check(
        .warning, subject,
        "\(named), \(extent): too small; enlarge it to at least \(least.columns)x\(least.rows)")
    }
    return Check(.ok, subject, "\(named), \(extent)")
  }

  var named: String { quoted(type ?? "") }

  private var colours: Check {
    if surroundings.value(of: "NO_COLOR") != nil {
      return Check(.ok, "colours", "none, because `NO_COLOR` is set; unset it to use colours")
    }
    let number = machine.traits.colours
    guard number >= 8 else {
      return Check(
        .ok, "colours",
        "\(named) has none; if your terminal does, set `TERM` to the terminal's own type")
    }
    return Check(.ok, "colours", "\(number)")
  }

  private var locale: Check {
    let subject = "locale"
    switch (machine.traits.missingLocale, machine.traits.isUTF8) {
    case (nil, true): return Check(.ok, subject, "UTF-8")
    case (nil, false):
      return Check(
        .warning, subject,
        "not UTF-8, so the workbench uses only ASCII; set `LANG`, for example to `C.UTF-8`")
    case (let name?, let isUTF8):
      let effect = isUTF8 ? "`C.UTF-8` is used instead" : "the workbench uses only ASCII"
      return Check(
        .warning, subject,
        "\(quoted(name)) is not installed, so \(effect); install it, or set `LANG` to a locale "
          + "that `locale -a` lists")
    }
  }
}
