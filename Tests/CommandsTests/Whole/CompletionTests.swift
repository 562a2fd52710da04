import Foundation
import TerminalTesting
import Testing

@testable import Commands

/// What shells offer when the user presses Tab.
@Suite struct CompletionTests {
  /// What bash offers for a command line, in a folder with a table and two plans.
  private func offers(_ line: String) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["lines.csv", "plan.yaml", "my plan.yaml"] {
      try Data().write(to: folder.appending(path: name))
    }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = [
      "-c",
      """
      eval "$("$C" --generate-completion-script bash)"
      IFS=' ' read -ra COMP_WORDS <<< "$1"; [[ $1 == *' ' ]] && COMP_WORDS+=('')
      COMP_LINE=$1; COMP_POINT=${#1}; COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _calloff calloff "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """, "bash", line,
    ]
    process.currentDirectoryURL = folder
    process.environment = ["C": builtProgram("calloff"), "PATH": "/usr/bin:/bin"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    ("check lin", "lines.csv"), ("check plan.yaml my", "my plan.yaml"), ("diff my", "my plan.yaml"),
    ("diff plan.yaml lin", "lines.csv"), ("import pl", "plan.yaml"), ("pla", "plan.yaml"),
    ("workbench my", "my plan.yaml"), ("--plain my", "my plan.yaml"),
    ("--theme dark pla", "plan.yaml"), ("check --funds lin", "lines.csv"),
    ("--programme pla", "plan.yaml"), ("export 1 --store pla", "plan.yaml"),
    ("store backup my", "my plan.yaml"), ("trusts import lin", "lines.csv"),
    ("trusts import x --overrides lin", "lines.csv"), ("--theme high", "high-contrast"),
    ("chec", "check"), ("store cre", "create"), ("--pla", "--plain"), ("check --str", "--strict"),
    ("explain S10", "S101"),
  ])
  func `bash offers files, commands, options and values`(_ line: String, _ word: String) throws {
    #expect(try offers("calloff \(line)").contains(word))
  }

  @Test func `bash offers file names if there is nothing else`() {
    let script = World.outcome("--generate-completion-script bash").data
    #expect(script.contains("[[ ${#COMPREPLY[@]} -gt 0 ]] || compopt -o default"))
    #expect(script.hasSuffix("complete -o filenames -F _calloff_or_files calloff\n"))
  }

  @Test func `zsh offers files and the workbench's options without a subcommand`() throws {
    let text = World.outcome("--generate-completion-script zsh").data
    let root = try #require(text.split(separator: "\n_calloff_workbench() {").first)
    #expect(root.contains("\n        _files && ret=0\n"))
    #expect(root.contains("\n        '--plain["))
    #expect(root.contains("\n        *)\n            _calloff_workbench && ret=0\n"))
    #expect(text.contains("'*:files:_files'") && text.contains(":plan:_files'"))
  }

  @Test func `fish offers files and the workbench's options without a subcommand`() {
    let lines = World.outcome("--generate-completion-script fish").data.split(separator: "\n")
    let root = "-n '__calloff_should_offer_completions_for_positional \"calloff\" -ge 1'"
    #expect(lines.contains("complete -c 'calloff' \(root) -F"))
    #expect(lines.contains { $0.hasPrefix("complete -c 'calloff' \(root) -l 'plain' ") })
  }
}
