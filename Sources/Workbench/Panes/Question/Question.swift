import Interaction
import Stores
import Text

extension Context {
  /// A question; its own keys answer it.
  public static let question = Context("question", "a question")
}

/// Something that must be answered with one of a few keys.
struct Question: Sendable {
  enum Subject: Sendable {
    /// Quitting with work that is not written.
    case quit
    /// Quitting with that many plans of a portfolio that the store has and no document.
    case quitPortfolio(Int)
    /// Quitting with work that the store would not take.
    case notStored
    /// Writing a document again that is gone.
    case documentMissing
    /// Writing to the document of that path for the first time.
    case firstWrite(String)
    /// Writing a document in a way that needs consent.
    case consent(WriteConsent, DocumentWrite)
    /// Restoring unsaved changes of an earlier session; when they were made and how many they are.
    case unsaved(String)
    /// Discarding them, which cannot be undone.
    case discardUnsaved
    /// Creating the document of that name, which does not exist.
    case newDocument(String)
    /// Going on with what was being typed when an earlier session broke off.
    case draft(Draft)
    /// Making a change that moves money elsewhere in the plan.
    case change(ProposedChange)
    /// Taking note that another session removed what was open, in words; the key that closes it.
    case removed(String, String)
    /// Keeping or dropping what was tried out; also before quitting, where Esc goes on instead.
    case whatIf(isQuitting: Bool)
    /// Taking up what an earlier session tried out; when that was and how many changes they are.
    case leftWhatIf(String)
    /// Deciding between the user's value and another session's.
    case conflict(Conflict)
    /// Replacing the file of that name by a report.
    case reportExists(String)
  }

  struct Answer: Sendable {
    let key: Character
    let title: String
  }

  var subject: Subject
  /// Whether what is not written to the document is in the store.
  var isStored = false

  /// The keys that answer some question, so that no action can have them there.
  static var answerKeys: Set<Character> {
    let nothing = Conflict(kind: .undo, title: "", edits: [], rival: "")
    let change = ProposedChange(title: "", edits: [], question: "", confirmation: "")
    let subjects: [Subject] = [
      .quit, .notStored, .documentMissing, .firstWrite(""),
      .consent(.comments, .known), .consent(.protected, .known), .unsaved(""), .discardUnsaved,
      .newDocument(""),
      .draft(Draft(.plan, field: "", text: "")), .conflict(nothing),
      .change(change), .whatIf(isQuitting: false), .leftWhatIf(""), .reportExists(""),
    ]
    return Set(subjects.flatMap { Question(subject: $0).answers.map(\.key) })
  }

  /// The field in which the user typed what is asked about; nil where nothing was typed.
  var typing: FieldEditor? {
    switch subject {
    case .conflict(let conflict): conflict.typing
    case .change(let change): change.typing
    default: nil
    }
  }

  /// Whether it asks what is to become of work because the user quits.
  var isAboutQuitting: Bool {
    switch subject {
    case .quit, .quitPortfolio, .notStored, .whatIf: true
    default: false
    }
  }

  var text: String {
    switch subject {
    case .quit: "not written:"
    case .quitPortfolio(let count):
      "\(counted(count, "plan")) not written to \(count == 1 ? "its file" : "their files"):"
    case .notStored: "not stored:"
    case .documentMissing: "the file is gone:"
    case .firstWrite(let path): "write to `\(path)`?"
    case .consent(.comments, _): "the file's comments are not kept:"
    case .consent(.protected, _): "the file is read-only:"
    case .unsaved(let extent): "an earlier session left unsaved changes\(extent):"
    case .discardUnsaved: "discard the unsaved changes for good?"
    case .newDocument(let name): "`\(name)` does not exist:"
    case .draft(let draft):
      "typed under your name: `\(draft.text)` (\(draft.title)):"
    case .change(let change): change.report?.text ?? change.question
    case .removed(let words, let key): "\(words); \(key) goes on"
    case .whatIf: "what was tried out:"
    case .leftWhatIf(let extent): "an earlier session tried changes out\(extent):"
    case .conflict(let conflict): "\(conflict.rival):"
    case .reportExists(let name): "`\(name)` already exists:"
    }
  }

  var answers: [Answer] {
    switch subject {
    case .quit where isStored:
      [
        Answer(key: "w", title: "write and quit"),
        Answer(key: "q", title: "quit; the store keeps it"), Answer(key: "c", title: "carry on"),
      ]
    case .quit:
      [
        Answer(key: "w", title: "write and quit"), Answer(key: "q", title: "quit without saving"),
        Answer(key: "c", title: "carry on"),
      ]
    case .quitPortfolio:
      [
        Answer(key: "q", title: "quit; the store keeps them"), Answer(key: "c", title: "carry on"),
      ]
    case .notStored:
      [
        Answer(key: "r", title: "retry"), Answer(key: "w", title: "write to a file"),
        Answer(key: "q", title: "quit, keeping it"), Answer(key: "c", title: "carry on"),
      ]
    case .documentMissing:
      [
        Answer(key: "w", title: "write it again"), Answer(key: "c", title: "carry on"),
      ]
    case .firstWrite:
      [
        Answer(key: "w", title: "write"), Answer(key: "n", title: "another name"),
        Answer(key: "c", title: "carry on"),
      ]
    case .consent(.protected, _):
      [
        Answer(key: "w", title: "replace it"), Answer(key: "n", title: "another name"),
        Answer(key: "c", title: "carry on"),
      ]
    case .consent(.comments, _):
      [Answer(key: "w", title: "write without them"), Answer(key: "c", title: "carry on")]
    case .unsaved:
      [
        Answer(key: "t", title: "restore"), Answer(key: "d", title: "discard"),
        Answer(key: "c", title: "later"),
      ]
    case .discardUnsaved:
      [Answer(key: "d", title: "discard"), Answer(key: "c", title: "keep for later")]
    case .newDocument:
      [Answer(key: "y", title: "create it"), Answer(key: "q", title: "quit")]
    case .draft:
      [
        Answer(key: "t", title: "continue"), Answer(key: "d", title: "discard"),
        Answer(key: "c", title: "later"),
      ]
    case .change(let change):
      [Answer(key: "y", title: change.confirmation), Answer(key: "n", title: "cancel")]
    case .whatIf(let isQuitting):
      [
        Answer(key: "k", title: "keep as one step (Enter)"),
        Answer(key: "d", title: isQuitting ? "drop" : "drop (Esc)"),
        Answer(key: "c", title: isQuitting ? "carry on (Esc)" : "carry on"),
      ]
    case .leftWhatIf:
      [
        Answer(key: "t", title: "take up as a what-if"), Answer(key: "d", title: "drop"),
        Answer(key: "c", title: "later"),
      ]
    case .removed: []
    case .conflict(let conflict):
      [
        Answer(key: "m", title: conflict.mine), Answer(key: "t", title: "keep theirs"),
      ]
    case .reportExists:
      [
        Answer(key: "w", title: "replace it"), Answer(key: "n", title: "another name"),
        Answer(key: "c", title: "carry on"),
      ]
    }
  }
}

extension Conflict {
  /// What taking the user's own side means, in a phrase.
  fileprivate var mine: String {
    switch kind {
    case .step: "use mine"
    case .undo: "undo theirs too"
    case .redo: "do mine again"
    }
  }
}
