import TerminalTesting

/// What somebody does at the workbench, moment by moment, to be shown as a film.
struct Recording {
  /// Something that is pressed, and what is seen then.
  struct Moment {
    /// What is pressed.
    let keys: String
    /// What the screen shows afterwards.
    let sight: String
    /// How long that stays.
    let milliseconds: Int
    /// The keys as they are called, and what they are for; nothing where the last ones still stand.
    let caption: (keys: String, words: String)?
    /// Whether a file is written; that the answer is complete cannot be counted then.
    let writesFile: Bool

    init(
      _ keys: String, _ sight: String, _ milliseconds: Int,
      _ caption: (keys: String, words: String)? = nil, writesFile: Bool = false
    ) {
      self.keys = keys
      self.sight = sight
      self.milliseconds = milliseconds
      self.caption = caption
      self.writesFile = writesFile
    }
  }

  /// What the film's file is called, without its ending.
  let name: String
  /// What it shows, for those who cannot see it.
  let title: String
  /// The example plan that is open.
  let plan: String
  let moments: [Moment]

  /// Plays all moments and returns what was to be seen.
  ///
  /// Files are called what they are in a folder, as their names are on the screen.
  func play(_ executable: String, in folder: String) throws -> [Film.Frame] {
    let session = try TerminalSession(
      "/bin/sh", ["-c", "cd \"$HOME\" && exec \"$0\" \"$1\"", executable, plan],
      environment: ["HOME": folder], rows: Scene.rows, columns: Scene.columns)
    var caption = (keys: "", words: "")
    return try moments.map { moment in
      caption = moment.caption ?? caption
      if moment.writesFile {
        session.send(moment.keys)
      } else if !moment.keys.isEmpty {
        _ = try session.answer(to: moment.keys, keepsFiles: true)
      }
      let screen = try session.waitFor(moment.sight)
      return Film.Frame(
        screen: screen, keys: caption.keys, caption: caption.words,
        milliseconds: moment.milliseconds)
    }
  }
}
