import ArgumentParser
import Sessions
import Themes

/// `calloff themes`: which themes there are, where they come from, and whether they are any good.
struct ThemesCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the workbench's themes, and say what is wrong with them.",
    discussion: """
      A theme is good if it says how everything looks, if everything can be read, and if nothing \
      shows by colour alone. With names it ends with 1 where one of them is not.
      """)

  @Argument(help: "Themes to look at; without any, all are listed.")
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
