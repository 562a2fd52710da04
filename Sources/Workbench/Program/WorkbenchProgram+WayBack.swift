import Procurement
import Validation

/// Where the user was before they went from a row to what it is about, so that Esc leads back.
struct Place: Sendable {
  /// The screen.
  let screen: ScreenName
  /// How often another plan had been opened; nil for a screen that is about no plan.
  let opening: Int?
  /// What the screen shows again, besides what it keeps.
  let state: (any Sendable)?
  /// How the lines of that plan were filtered and sorted.
  let filter: String
  let order: LineOrder?
  /// How the rows were chosen that the user went to.
  var arrival: [String] = []
}

/// The way back: from where the user went to something, the last place last.
extension WorkbenchProgram {
  /// The most places that are remembered.
  private static let longestTrail = 100

  /// Goes from a row to the screen that shows what it is about.
  mutating func go(to screen: ScreenName) {
    leavePlace()
    self.screen = screen
    noteArrival()
  }

  /// Remembers where the user is, before they go from there to something else.
  mutating func leavePlace() {
    let screen = screens.shown
    trail.append(
      Place(
        screen: screen.name, opening: screen.isAboutPlan ? openings : nil,
        state: screen.place(in: self), filter: lines.filter?.text ?? "", order: lines.order))
    trail.removeFirst(max(0, trail.count - WorkbenchProgram.longestTrail))
  }

  /// Notes what the user has come to: what they filter or sort from now on, Esc clears first.
  mutating func noteArrival() {
    guard !trail.isEmpty else { return }
    trail[trail.count - 1].arrival = screens.shown.choice(in: self)
  }

  /// Forgets the places that show the plan that was open, since another one is.
  mutating func forgetPlacesOfPlan() { trail.removeAll { $0.opening != nil } }

  /// Goes back to where the user came from, or first clears what they have filtered or sorted since.
  mutating func goBack() -> [Effect] {
    let hasChosen =
      settings.isDialogue || trail.last.map { $0.arrival != screens.shown.choice(in: self) } ?? true
    if hasChosen, isListChanged {
      showAll()
      noteArrival()
      return []
    }
    return goToLastPlace() ?? []
  }

  /// Goes to the last place that there still is; nil where there is none.
  mutating func goToLastPlace() -> [Effect]? {
    while let place = trail.popLast() {
      guard let screen = screens.screen(place.screen), screen.unavailable(in: self) == nil else {
        continue
      }
      if !screen.showsPast { leavePast() }
      self.screen = place.screen
      panes = PaneStack()
      if place.opening != nil { restoreLines(of: place) }
      if let state = place.state { screen.show(state, in: &self) }
      reveal()
      return screen.needsPlans && journal != nil ? [.store(.list)] : []
    }
    return nil
  }

  private mutating func restoreLines(of place: Place) {
    if lines.filter?.text ?? "" != place.filter {
      do throws(FieldFault) { try filterLines(by: place.filter) } catch {
        // It was accepted once, so it means something.
        message = Message(text: error.words, isError: true)
      }
    }
    if lines.order != place.order { lines.sort(by: place.order, in: assessment) }
  }

  /// Why Esc does nothing in a list.
  var reasonNotToGoBack: String? { trail.isEmpty ? nothingToClear : nil }
}
