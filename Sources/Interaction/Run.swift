/// Runs a program on a display until an effect finishes it or the display hangs up.
///
/// Each round draws once, waits, and handles all that happened: the effects of an event, and those
/// of their outcomes, are performed before the next event. What is urgent is looked for after each,
/// so that no flood of others delays it. A hang-up is the end whatever the program says, but what it
/// asks for then is still performed, and events that came before it are not handled any more. The
/// display is closed on return.
public func run<P: Program, D: Display>(
  _ program: inout P, on display: inout D, perform: (P.Effect) -> Step<P.Outcome>
) {
  defer { display.close() }
  while true {
    display.show(program.view(size: display.size))
    for event in display.events() {
      var next: Event? = event
      while let event = next {
        if handle(event, by: &program, on: &display, perform: perform) { return }
        next = display.urgentEvent()
      }
    }
  }
}

/// Lets the program handle an event; says whether that was the end.
private func handle<P: Program, D: Display>(
  _ event: Event, by program: inout P, on display: inout D,
  perform: (P.Effect) -> Step<P.Outcome>
) -> Bool {
  let isFinished = settle(program.handle(event), of: &program, on: &display, perform: perform)
  if case .hangUp = event { return true }
  return isFinished
}

/// Performs effects and what follows from them, in order; says whether the program is finished.
private func settle<P: Program, D: Display>(
  _ effects: [P.Effect], of program: inout P, on display: inout D,
  perform: (P.Effect) -> Step<P.Outcome>
) -> Bool {
  var waiting = effects
  var next = 0
  while next < waiting.count {
    switch perform(waiting[next]) {
    case .outcome(let outcome): waiting += program.receive(outcome)
    case .nothing: break
    case .repaint: display.repaint()
    case .copy(let text): display.copy(text)
    case .suspend: display.suspend()
    case .finish: return true
    }
    next += 1
  }
  return false
}
