import Text
import Themes

/// A theme after it was looked at: where it comes from and what is wrong with it.
struct ThemeReport {
  /// Its name.
  let name: String
  /// The path of its file; nil for a built-in theme.
  let path: String?
  /// What should be better, or why it cannot be read.
  let result: Result<[ThemeDefect], Failure>

  /// Reports on the themes of a library that are wanted: first those that are built in, then the
  /// user's. Others are not read.
  static func all(
    of themes: ThemeLibrary, where isWanted: (_ name: String) -> Bool
  ) -> [ThemeReport] {
    ThemeLibrary.builtInNames.filter(isWanted).map { name in
      ThemeReport(name: name, path: nil) { () throws(ThemeError) in
        try themes.theme(named: name)
      }
    }
      + themes.ownNames.filter(isWanted).map { name in
        ThemeReport(name: name, path: themes.path(ofOwn: name)) { () throws(ThemeError) in
          try themes.ownTheme(named: name)
        }
      }
  }

  private init(name: String, path: String?, reading read: () throws(ThemeError) -> Theme) {
    self.name = name
    self.path = path
    do throws(ThemeError) { result = .success(try read().defects) } catch {
      result = .failure(Failure(error))
    }
  }

  /// How a run ends that is about this theme.
  var exitStatus: ExitStatus {
    switch result {
    case .success(let defects): defects.isEmpty ? .fine : .findings
    case .failure(let failure): failure.exitStatus
    }
  }

  /// The report as text: a line, and what is wrong below it.
  func text(columns: Int, longestName: Int, in ink: Ink) -> String {
    let head = [
      ink.strong(name) + spaces(longestName - name.utf8.count),
      verdict + spaces(14 - verdict.utf8.count), path.map(VisibleText.safe) ?? "built in",
    ]
    return head.joined(separator: "  ") + "\n" + details(columns: columns)
  }

  private var verdict: String {
    switch result {
    case .success(let defects):
      defects.isEmpty ? "good" : counted(defects.count, "defect")
    case .failure: "cannot be read"
    }
  }

  /// Defects as prose; faults the way compilers do, each in one line.
  private func details(columns: Int) -> String {
    switch result {
    case .success(let defects):
      let prose = Paragraph(indent: 2, hanging: 4, width: columns)
      return defects.map { prose.lines(of: $0.message) }.joined()
    case .failure(let failure):
      return failure.standardError.split(separator: "\n").map { "  \($0)\n" }.joined()
    }
  }
}
