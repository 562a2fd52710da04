import Canvas
import Interaction

extension Context {
  /// A portfolio that is being read.
  public static let loading = Context("loading", "a portfolio that is being read")
}

/// A portfolio that is being read.
struct Loading: Pane {
  static let contexts: [Context] = [.loading]
  static let actions: [ActionEntry] = [
    ActionEntry(
      .close, "cancel", [.escape, .character("q"), .control("c"), .control("g")],
      in: [.loading]
    )
    .hinted("cancel").asks { $0.cancelLoading() }
  ]

  var source: PortfolioSource
  /// Whether earlier plans of a trust are left out.
  var latestOnly: Bool
  var progress: LoadingProgress?
  /// The screen to return to where it is cancelled.
  var origin: ScreenName

  var context: Context { .loading }
  var isList: Bool { false }
  var coversList: Bool { true }

  func draw(on canvas: inout Canvas, _ layout: Layout, in program: WorkbenchProgram) -> Bool {
    LoadingView(self).draw(on: &canvas, layout)
    return true
  }
}
