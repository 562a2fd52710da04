import Canvas
import Text

/// How far a portfolio is read: a bar, and what it counts.
struct LoadingView {
  private let loading: Loading

  init(_ loading: Loading) {
    self.loading = loading
  }

  func draw(on canvas: inout Canvas, _ layout: Layout) {
    let row = layout.list.lowerBound
    canvas.write("reading \(loading.source.name)", at: Position(row: row, column: 1))
    canvas.write(words, at: Position(row: row + 1, column: 1))
    canvas.cursor = Position(row: row + 1, column: 0)
    guard layout.list.count > 2, let part = loading.progress?.part else { return }
    let room = min(60, layout.size.columns - 2)
    let done = Int((part * Double(room)).rounded(.down))
    canvas.write(
      String(repeating: "█", count: done) + String(repeating: "░", count: room - done),
      at: Position(row: row + 2, column: 1), role: .covered)
  }

  private var words: String {
    guard let progress = loading.progress else { return "starting" }
    let lines = progress.lines.map { ", \(counted($0, "line"))" } ?? ""
    switch progress.stage {
    case .documents(let done, of: let all): return "\(done) of \(counted(all, "document"))\(lines)"
    case .plans(let done, of: let all): return "\(done) of \(counted(all, "plan"))\(lines)"
    case .bytes(let done, of: let all?):
      return "\(LoadingView.megabytes(done)) of \(LoadingView.megabytes(all)) MB\(lines)"
    case .bytes(let done, of: nil): return "\(LoadingView.megabytes(done)) MB\(lines)"
    case .judging: return "read\(lines); checking"
    }
  }

  private static func megabytes(_ bytes: Int) -> String {
    let tenths = bytes / 100_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}
