import Interaction

/// Something that must be answered with one of a few keys.
struct Question: Sendable {
  enum Subject: CaseIterable, Sendable {
    /// Quitting with work that is not written.
    case quit
    /// Writing over a document that somebody else changed.
    case overwrite
    /// Writing a document whose comments would be lost.
    case comments
    /// Taking up work that an earlier session left behind.
    case kept
  }

  struct Answer: Sendable {
    let key: Character
    let title: String
  }

  var subject: Subject

  /// The keys that answer some question, so that no action can have them there.
  static var answerKeys: Set<Character> {
    Set(Subject.allCases.flatMap { Question(subject: $0).answers.map(\.key) })
  }

  var text: String {
    switch subject {
    case .quit: "not written:"
    case .overwrite: "the file changed on disk since it was read:"
    case .comments: "the file's comments are not kept:"
    case .kept: "an earlier session left unwritten work:"
    }
  }

  var answers: [Answer] {
    switch subject {
    case .quit:
      [
        Answer(key: "w", title: "write and quit"), Answer(key: "q", title: "quit without"),
        Answer(key: "c", title: "carry on"),
      ]
    case .overwrite:
      [
        Answer(key: "o", title: "overwrite it"),
        Answer(key: "c", title: "carry on without writing"),
      ]
    case .comments:
      [Answer(key: "w", title: "write without them"), Answer(key: "c", title: "carry on")]
    case .kept:
      [
        Answer(key: "t", title: "take it up"), Answer(key: "d", title: "throw it away"),
        Answer(key: "c", title: "leave it for now"),
      ]
    }
  }
}
