import Procurement

/// The lines that use a fund or a group.
extension WorkbenchProgram {
  /// The filter of the lines that use the focused fund or group; nil where none is focused.
  private var filterOfRecord: String? {
    switch focusedProperty {
    case .fundID(let fund), .fundName(let fund), .fundPays(let fund), .fundCertainty(let fund),
      .available(let fund, _):
      LineFilter.text(for: .fund, plan.funds[fund].id)
    case .groupID(let group), .groupName(let group), .facility(let group), .members(let group):
      LineFilter.text(for: .group, plan.groups[group].id)
    default: nil
    }
  }

  /// Why no lines can be listed for the focused field.
  var noLinesOfRecord: String? {
    filterOfRecord == nil ? "only funds and groups have lines" : nil
  }

  /// Lists the lines that draw on the focused fund, or buy with the focused group.
  mutating func listLinesOfRecord() {
    guard let text = filterOfRecord else { return }
    go(to: .lines)
    do throws(FieldFault) { try filterLines(by: text) } catch {
      message = Message(text: error.words, isError: true)
    }
    noteArrival()
    reveal()
  }
}
