import Text
import Themes

/// A theme as checked: where it comes from and what is wrong with it.
struct ThemeReport {
  /// Its name.
  let name: String
  /// The path of its file; nil for a built-in theme.
  let path: String?
  /// Its defects, or why it cannot be read.
  let result: Result<[ThemeDefect], Failure>

  /// Reports on some themes of a library: first the built-in ones, then the user's. Others are not
  /// read.
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

  /// The exit status of a run that checks this theme.
  var exitStatus: ExitStatus {
    switch result {
    case .success(let defects): defects.isEmpty ? .fine : .findings
    case .failure(let failure): failure.exitStatus
    }
  }

  /// The report as text: one line, and the defects below it.
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

  /// Defects as paragraphs; errors of the file as compilers print them, one a line.
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
