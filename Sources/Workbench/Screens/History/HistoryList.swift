import Procurement
import Stores

/// The steps of a plan's journal that are listed, the last first, with the focused one.
struct HistoryList: Sendable {
  private(set) var entries: [JournalEntry] = []
  private(set) var versions: [NamedVersion] = []
  /// Whether the journal has more, further back.
  private(set) var isMore = false
  /// What the steps are chosen by.
  var filter = HistoryFilter()
  /// What the steps that are listed were chosen by; nil where they are to be read anew.
  var asked: HistoryFilter?
  /// What they are chosen by as it was typed.
  var filterText = ""
  var focus = ListFocus()
  /// The numbers of the steps that are marked to be compared.
  var marks = ComparisonMarks<Int>()

  /// The focused step; nil where none is listed.
  var entry: JournalEntry? {
    entries.indices.contains(focus.index) ? entries[focus.index] : nil
  }

  /// The names of the state after a step.
  func names(of number: Int) -> [String] {
    versions.filter { $0.step == number }.map(\.name)
  }

  /// Takes steps of the journal: those before one that are already listed, or all anew.
  mutating func take(
    _ new: [JournalEntry], _ versions: [NamedVersion], before: Int?, isMore: Bool
  ) {
    entries = before == nil ? new : entries + new
    self.versions = versions
    self.isMore = isMore
  }
}

extension HistoryFilter {
  /// Reads what was typed: the id of a line, a day, a part of a person's name, in any order;
  /// `line:`, `on:` and `by:` say which is meant.
  init(_ text: String, in plan: Plan) throws(FieldFault) {
    self.init()
    for word in text.split(separator: " ").map(String.init) {
      if word.hasPrefix("line:") {
        line = String(word.dropFirst(5))
      } else if word.hasPrefix("by:") {
        person = String(word.dropFirst(3))
      } else if word.hasPrefix("on:") {
        guard let date = CalendarDate(word.dropFirst(3)) else {
          throw FieldFault(words: "`\(word)` is not a day; write one as `on:2004-11-02`")
        }
        day = date
      } else if let date = CalendarDate(word) {
        day = date
      } else if plan.index(ofLine: word) != nil {
        line = word
      } else {
        person = word
      }
    }
  }
}
