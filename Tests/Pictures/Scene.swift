import TerminalTesting

/// A screen of the workbench to be shown as a picture.
struct Scene {
  /// The name of the picture's file, without extension.
  var name: String
  /// A description for users who cannot see it.
  var title: String
  /// The example plan that is open.
  var plan = "imaging.yaml"
  /// The keys to type, each part after the screen shows a text.
  var keys: [(after: String, keys: String)]
  /// A text that the screen shows in the end.
  var end: String

  static let rows = 26
  static let columns = 100

  static let all = [
    Scene(
      name: "workbench", title: "A plan in the workbench; a line breaks an exclusive right",
      keys: [(after: "Tab screen", keys: "jjjjj")], end: "E S101 only BT may supply"),
    Scene(
      name: "editing", title: "An amount is being typed, and the totals already include it",
      keys: [
        (after: "Tab screen", keys: "jjjjjjj\r"), (after: "notes", keys: "jjj"),
        (after: "notes", keys: "72.5k"),
      ], end: "72.5k"),
    Scene(
      name: "choices", title: "The routes of a line, each with its effect",
      plan: "groups.yaml",
      keys: [(after: "Tab screen", keys: "jjjjj\r"), (after: "notes", keys: "j\r")],
      end: "programme: through"),
    Scene(
      name: "browse", title: "Browsing the programme: clusters, their suppliers, and services",
      keys: [(after: "Tab screen", keys: "\tjjjjjjjjj")], end: "clusters and their LSPs"),
    Scene(
      name: "filter", title: "A filter is being typed: the lines that are not fully funded",
      keys: [(after: "Tab screen", keys: "/"), (after: "show only:", keys: "unfunded>0")],
      end: "6 of 12"),
    Scene(
      name: "routes", title: "A line compared by every route that the rules permit",
      plan: "groups.yaml",
      keys: [(after: "Tab screen", keys: "jj"), (after: ">E", keys: "r\u{1B}OB\u{1B}OB")],
      end: "now: call-off from Fujitsu"),
    Scene(
      name: "palette", title: "An action is found by part of its name",
      keys: [(after: "Tab screen", keys: ":"), (after: "type to find one", keys: "route")],
      end: "compare the routes"),
  ]

  /// Plays the scene and returns the screen at its end.
  func play(_ executable: String, plan path: String, home: String) throws -> TerminalScreen {
    let session = try TerminalSession(
      executable, [path], environment: ["HOME": home], rows: Scene.rows, columns: Scene.columns)
    for (sight, keys) in keys {
      try session.waitFor(sight)
      _ = try session.answer(to: keys, keepsFiles: true)
    }
    return try session.waitFor(end)
  }
}
