import Canvas
import Curses
import Documents
import Procurement
import Workbench

/// Looks at all that the workbench depends on, one remark each.
struct Examination {
  let surroundings: CommandEnvironment
  let machine: Machine
  /// What is wished of the workbench; without `config.yaml` where that has a fault.
  let settings: ResolvedSettings
  /// What is wrong with `config.yaml`.
  let configurationFault: Failure?

  /// The clusters by which plans are read; nil where the programme cannot be.
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

  /// The remarks, in the order in which one would mend things.
  var remarks: [Remark] {
    [
      terminal, colours, locale, ascii, configuration, keys, editing, mouse, clipboard, store,
      library, unsaved,
    ]
  }

  // MARK: The terminal

  var type: String? { surroundings.value(of: "TERM") }

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

  var named: String { quoted(type ?? "") }

  private var colours: Remark {
    if surroundings.value(of: "NO_COLOR") != nil {
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
    let subject = "locale"
    switch (machine.traits.missingLocale, machine.traits.isUTF8) {
    case (nil, true): return Remark(.ok, subject, "UTF-8")
    case (nil, false):
      return Remark(
        .warning, subject,
        "not UTF-8, so the workbench draws with ASCII alone; set `LANG`, such as to `C.UTF-8`")
    case (let name?, let isUTF8):
      let effect = isUTF8 ? "`C.UTF-8` is used instead" : "the workbench draws with ASCII alone"
      return Remark(
        .warning, subject,
        "\(quoted(name)) is not installed, so \(effect); install it, or set `LANG` to a locale that "
          + "`locale -a` lists")
    }
  }
}
