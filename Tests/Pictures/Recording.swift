import TerminalTesting

/// A session in the workbench, step by step, to be shown as an animation.
struct Recording {
  /// Keys, and the screen after them.
  struct Moment {
    /// The keys to press.
    let keys: String
    /// A text that the screen shows afterwards.
    let sight: String
    /// How long the screen stays.
    let milliseconds: Int
    /// The names of the keys, and what they do; nil to keep the last caption.
    let caption: (keys: String, words: String)?
    /// Whether a file is written, so that bytes to the terminal cannot be counted.
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

  /// The name of the animation's file, without extension.
  let name: String
  /// A description for users who cannot see it.
  let title: String
  /// The example plan that is open; nil to begin in an empty store.
  let plan: String?
  let moments: [Moment]

  /// Plays all moments and returns the frames.
  ///
  /// Files are named relative to the folder, because their names are on the screen.
  func play(_ executable: String, in folder: String) throws -> [Film.Frame] {
    let session = try TerminalSession(
      "/bin/sh",
      ["-c", "cd \"$HOME\" && exec \"$0\" \"$@\"", executable] + [plan].compactMap(\.self),
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
