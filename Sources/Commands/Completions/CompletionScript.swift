import ArgumentParser

/// The program's completions for a shell: ArgumentParser's script, changed to offer the options of
/// the workbench and file names without a subcommand too, because the workbench needs none.
struct CompletionScript {
  private let shell: CompletionShell
  private let generated: String
  /// The function that completes the default subcommand.
  private static let workbench = "_calloff_workbench"

  /// The script for a shell.
  init(for shell: CompletionShell) {
    self.shell = shell
    generated = Calloff.completionScript(for: shell)
  }

  /// The script that these arguments ask for; nil if they ask for something else.
  init?(arguments: [String]) {
    guard arguments.count == 2, arguments[0] == "--generate-completion-script",
      let shell = CompletionShell(rawValue: arguments[1])
    else { return nil }
    self.init(for: shell)
  }

  /// The script's text, with a line break at its end.
  var text: String {
    var lines = generated.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last == "" { lines.removeLast() }
    switch shell {
    case .bash: completeInBash(&lines)
    case .zsh: completeInZsh(&lines)
    default: completeInFish(&lines)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func completeInBash(_ lines: inout [String]) {
    if let place = lines.firstIndex(where: { $0.contains("# Offer subcommand completions") }) {
      lines.insert(
        contentsOf: [
          "        # A plan and the options of the workbench need no subcommand",
          "        unparsed_words=(\"${COMP_WORDS[@]:1:${COMP_CWORD}}\")",
          "        \(CompletionScript.workbench)",
        ], at: place + 2)
    }
    // If nothing is offered, as for `~/`, fall back to the shell's own file names.
    if let last = lines.lastIndex(where: { $0.hasPrefix("complete -o filenames ") }) {
      lines[last] = lines[last].replacing("-F _calloff ", with: "-F _calloff_or_files ")
      lines.insert(
        contentsOf: [
          "_calloff_or_files() {",
          "    _calloff \"$@\"",
          "    [[ ${#COMPREPLY[@]} -gt 0 ]] || compopt -o default 2>/dev/null || true",
          "}", "",
        ], at: last)
    }
  }

  private func completeInZsh(_ lines: inout [String]) {
    guard let start = lines.firstIndex(of: "\(CompletionScript.workbench)() {"),
      let describe = lines.firstIndex(where: { $0.contains("_describe -V subcommand") }),
      let choice = lines.firstIndex(where: { $0.contains("case \"${words[1]}\" in") }),
      let specs = lines.firstIndex(where: { $0.contains("local -ar arg_specs=(") }),
      describe < choice, choice < start, specs < describe
    else { return }
    let root = lines[specs..<describe]
    let workbench = lines[start...].prefix { $0 != "}" }
    let options = workbench.filter { $0.hasPrefix("        '--") && !root.contains($0) }
    let values = workbench.filter { $0.hasPrefix("    local -ar ___") }
    // From the end, so that earlier indices stay valid.
    lines.insert(
      contentsOf: [
        "        *)", "            \(CompletionScript.workbench) && ret=0", "            ;;",
      ], at: choice + 4)
    lines.insert("        _files && ret=0", at: describe + 1)
    lines.insert(contentsOf: options, at: specs + 1)
    lines.insert(contentsOf: values, at: specs)
  }

  private func completeInFish(_ lines: inout [String]) {
    let isRoot = "-n '__calloff_should_offer_completions_for_positional \"calloff\" -ge 1'"
    let options = lines.compactMap { line -> String? in
      guard
        let start = line.firstRange(
          of: "-n '__calloff_should_offer_completions_for_flags_or_options \"calloff workbench\""),
        !line.contains("-l 'version'"), !line.contains("-l 'help'"),
        !line.contains("-l 'programme'"),
        let end = line[start.upperBound...].firstRange(of: "'")
      else { return nil }
      return line.replacingCharacters(from: start.lowerBound, to: end.upperBound, with: isRoot)
    }
    lines += options + ["complete -c 'calloff' \(isRoot) -F"]
  }
}

extension String {
  /// The text with the part between two indices replaced.
  fileprivate func replacingCharacters(from start: Index, to end: Index, with text: String)
    -> String
  {
    self[..<start] + text + self[end...]
  }
}
