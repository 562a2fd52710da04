public import Procurement

/// Which steps of a journal are asked for; what is nil does not matter.
public struct HistoryFilter: Hashable, Sendable {
  /// The id of a line that the step touched, by its name of then.
  public var line: String?
  /// A part of the name of who did it, in any case.
  public var person: String?
  /// The day on which it was done, where the program runs.
  public var day: CalendarDate?

  /// All steps, or those that fit.
  public init(line: String? = nil, person: String? = nil, day: CalendarDate? = nil) {
    self.line = line
    self.person = person
    self.day = day
  }

  /// Whether an entry is asked for.
  public func accepts(_ entry: JournalEntry) -> Bool {
    (line.map { id in entry.step.edits.contains { $0.lines.contains(id) } } ?? true)
      && (person.map { entry.author.name.lowercased().contains($0.lowercased()) } ?? true)
      && (day.map { entry.at.date == $0 } ?? true)
  }
}
