import PlanGenerators
import Procurement
import Testing

@testable import Validation

/// Which fields of a line can matter.
@Suite struct FieldsTests {
  private let index: ProgrammeIndex
  private static let fields: [LineField] = [
    .pacs, .group, .spineConnected, .crsInteroperable, .justification,
  ]

  init() throws { index = try NPfIT.index }

  private func fields(
    _ service: String, _ need: Need = .new, _ route: Route? = nil, _ pacs: PACSOption? = nil
  ) -> [LineField] {
    var line = PlanLine(id: "L1", service: service)
    line.need = need
    line.route = route
    line.pacs = pacs
    return FieldsTests.fields.filter { index.applies($0, to: line) }
  }

  @Test func `what is decided decides which fields apply`() {
    #expect(fields("core.surgery") == [])
    #expect(fields("core.surgery", .retain) == [.spineConnected])
    #expect(fields("additional.training", .new, .calloff) == [.group])
    #expect(fields("additional.training", .new, .open) == [])
    #expect(fields("additional.pacs", .new, .programme, .basic) == [.pacs])
    #expect(
      fields("additional.pacs", .new, .open, .entire)
        == [.pacs, .crsInteroperable, .justification])
  }

  @Test func `what is open may still become anything`() {
    #expect(fields("additional.training") == [.group])
    #expect(fields("additional.pacs") == [.pacs, .group, .crsInteroperable, .justification])
    #expect(fields("no such service") == FieldsTests.fields)
  }
}
