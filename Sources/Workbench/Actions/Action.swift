/// Everything that a user can ask for, by name.
public enum Action: String, CaseIterable, Sendable {
  case up, down, left, right
  case pageUp = "page-up"
  case pageDown = "page-down"
  case first, last
  case open, close
  case nextLine = "next-line"
  case previousLine = "previous-line"
  case nextField = "next-field"
  case previousField = "previous-field"
  case accept, toggle
  case addService = "add-service"
  case removeLine = "remove-line"
  case fix, waive
  case undo, redo, write, quit, help
  case showPlan = "show-plan"
  case showBrowse = "show-browse"
  case nextScreen = "next-screen"
  case suspend, redraw
}
