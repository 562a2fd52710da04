import ArgumentParser
import Sessions
import Themes

/// `calloff themes`: lists the themes, where they come from, and their defects.
struct ThemesCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the workbench's themes and their defects.",
    discussion: """
      A theme is good if it styles every part of the screen, if all text is readable, and if \
      nothing is shown by colour alone. Exit status with names: 0 all of them are good; 1 at \
      least one has a defect; 2 one is unknown or cannot be read.
      """)

  @Argument(help: "Themes to check. Default: list all.")
  var names: [String] = []

  @OptionGroup var shared: SharedOptions

  func outcome(in surroundings: CommandEnvironment) throws(Failure) -> Outcome {
    let themes = surroundings.themes
    if let name = names.first(where: { !themes.has($0) }) {
      throw Failure(.unknown(name, known: themes.names))
    }
    let wanted = Set(names)
    let reports = ThemeReport.all(of: themes) { wanted.isEmpty || wanted.contains($0) }
    let longestName = reports.map(\.name.utf8.count).max() ?? 0
    return Outcome(
      data: reports.map { report in
        report.text(
          columns: surroundings.columns, longestName: longestName, in: surroundings.ink)
      }.joined(),
      standardError: names.isEmpty ? surroundings.unfitThemes.map(\.standardError).joined() : "",
      exitStatus: names.isEmpty ? .fine : reports.map(\.exitStatus).max() ?? .fine)
  }
}
