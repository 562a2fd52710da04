import Interaction
import Stores

/// At most two rows that are marked for a comparison, in the order in which they were marked.
struct ComparisonMarks<ID: Hashable & Sendable>: Hashable, Sendable {
  private(set) var marked: [ID] = []

  func contains(_ id: ID) -> Bool { marked.contains(id) }

  /// Marks a row, or takes its mark away; the third mark replaces the first.
  mutating func toggle(_ id: ID) {
    if let place = marked.firstIndex(of: id) {
      marked.remove(at: place)
    } else {
      marked = marked.suffix(1) + [id]
    }
  }
}

/// A screen whose rows are states of plans, two of which can be compared.
protocol ComparingScreen: Screen {
  /// The state in the focused row; nil where there is none.
  func focusedState(in program: WorkbenchProgram) -> PlanState?
  /// The states that are marked.
  func markedStates(in program: WorkbenchProgram) -> [PlanState]
  /// What the focused state is compared with where none is marked; nil where there is nothing.
  func otherState(in program: WorkbenchProgram) -> PlanState?
  /// Marks the focused row, or takes its mark away.
  func toggleMark(in program: inout WorkbenchProgram)
}

extension ComparingScreen {
  /// The two states to compare, the earlier one first; nil where there are not two.
  func comparedStates(in program: WorkbenchProgram) -> (PlanState, PlanState)? {
    var states = markedStates(in: program)
    if states.count < 2, let focused = focusedState(in: program), !states.contains(focused) {
      states.append(focused)
    }
    if states.count == 1, let other = otherState(in: program), other != states[0] {
      states.insert(other, at: 0)
    }
    guard states.count == 2 else { return nil }
    let steps = states.map { $0.step ?? .max }
    let isInOrder = states[0].plan != states[1].plan || steps[0] <= steps[1]
    return isInOrder ? (states[0], states[1]) : (states[1], states[0])
  }

  /// The actions that mark rows and compare them.
  var comparing: [ActionEntry] {
    [
      ActionEntry(
        .mark, "mark or unmark the row, to compare two", [.character(" ")], in: [context]
      )
      .unless { self.focusedState(in: $0) == nil ? "there is nothing to mark" : nil }
      .does { program in
        self.toggleMark(in: &program)
        program.move(.down)
      },
      ActionEntry(
        .compare, "compare the two marked rows, or the focused one", [.character("=")],
        in: [context]
      )
      .hinted("compare")
      .unless { program in
        self.comparedStates(in: program) == nil
          ? "there are not two to compare; \(program.mention(.mark)) marks one" : nil
      }
      .asks { program in
        guard let (before, after) = self.comparedStates(in: program) else { return [] }
        return [.store(.compare(before, after))]
      },
    ]
  }
}
