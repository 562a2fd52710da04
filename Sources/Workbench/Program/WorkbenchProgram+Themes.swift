extension WorkbenchProgram {
  /// Offers the themes; each is applied while it is focused.
  mutating func offerThemes() {
    let choices = settings.display.themes.map { name in
      Choice(
        word: name, title: name, taking: .applyTheme(name),
        isCurrent: name == settings.display.theme)
    }
    show(ChoiceMenu(.theme, choices))
  }

  /// Keeps a theme for this session.
  mutating func applyTheme(_ theme: String) -> [Effect] {
    settings.display.theme = theme
    message = Message(text: "theme: `\(theme)`; `theme: \(theme)` in `config.yaml` keeps it")
    return []
  }

  /// The theme to show: the focused one of a list of themes, or else the chosen one.
  var shownTheme: String {
    if let menu = panes.top as? ChoiceMenu, menu.subject == .theme, let choice = menu.focused {
      return choice.word
    }
    return settings.display.theme
  }
}
