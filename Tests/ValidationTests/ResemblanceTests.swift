import PlanGenerators
import Procurement
import Testing
import Validation

/// C101: which service a description resembles.
@Suite struct ResemblanceTests {
  /// Names of services that consist only of words that any description may have.
  private static let filler: Set<String> = ["Support services"]

  @Test func `every label, short label and synonym resembles its own service`() throws {
    for service in try NPfIT.index.programme.services where service.id != NPfIT.future {
      for words in [service.label, service.short] + service.synonyms {
        let expected = ResemblanceTests.filler.contains(words) ? nil : service.id
        #expect(try resembled(words) == expected, "\(words)")
      }
    }
  }

  @Test(arguments: [
    ("Electronic prescribing", "core.e-prescribing"),
    ("A new e-prescribing system for the wards", "core.e-prescribing"),
    ("MATERNITY", "core.maternity"),
    ("Maternity notes for midwives", "core.maternity"),
    ("Theatre management", "core.surgery"),
    ("Radiology reporting", "additional.radiology-laboratory"),
    ("Picture archiving and communication", "additional.pacs"),
    ("PACS", "additional.pacs"),
    ("Pathology system", "additional.radiology-laboratory"),
    ("Clinical support system", "core.clinical-support"),
    ("Help desk", "additional.helpdesk"),
    ("Electronic booking, not into primary care", "core.e-booking"),
    ("Electronic booking into primary care", "additional.e-booking-primary-care"),
    ("Staff training", "additional.training"),
    ("Breast screening", "core.prevention-existing"),
    ("Ebooking to primary care services", "additional.e-booking-primary-care"),
    ("Ebooking", "core.e-booking"),
    ("Electronic\u{A0}prescribing", "core.e-prescribing"),
    ("Electronic\u{2009}prescribing", "core.e-prescribing"),
    ("Electronic\u{3000}prescribing", "core.e-prescribing"),
    ("Electronic\u{200B}prescribing", "core.e-prescribing"),
    ("Mater\u{200B}nity", "core.maternity"),
    ("Electronic\u{2800}prescribing", "core.e-prescribing"),
    ("Electronic–prescribing", "core.e-prescribing"),
    ("Elec\u{AD}tronic pre\u{AD}scribing\u{FEFF}", "core.e-prescribing"),
    ("Ｅｌｅｃｔｒｏｎｉｃ prescribing", "core.e-prescribing"),
  ])
  func `a listed service is recognised in other words`(words: String, service: String) throws {
    #expect(try resembled(words) == service)
  }

  @Test(arguments: [
    "Bedside entertainment", "Clinical photography", "Decision log", "Signage infrastructure",
    "Car park barriers", "A new system", "Support services for our trust",
    "Staff rostering", "Catering", "CCTV surveillance cameras", "Alternative therapies",
    "Door access", "GP", "e", "?!", "Énergie", "Switchboard", "Payroll", "Fire alarms",
    "Library of Things", "Project", "Management", "Car hire for the care team",
  ])
  func `a description of another service resembles none`(words: String) throws {
    #expect(try resembled(words) == nil)
  }

  @Test func `only the beginning of a very long description is read`() throws {
    let words = String(repeating: "x ", count: 600)
    #expect(try resembled("maternity " + words) == "core.maternity")
    #expect(try resembled(words + "maternity") == nil)
  }

  /// The service that a description resembles.
  private func resembled(_ description: String) throws -> String? {
    var line = PlanLine(id: "L1", service: NPfIT.future)
    line.description = description
    let trust = Trust(code: "RXX", name: "", kind: .acute, cluster: "london")
    let plan = Plan(header: Plan.Header(title: "", trust: trust, years: []), lines: [line])
    var assessment = Assessment(plan, against: try NPfIT.index)
    let finding = assessment.findings.first { $0.code == .C101 }
    return finding.flatMap { assessment.fixes(for: $0).first }.flatMap { fix in
      guard case .set(line: _, from: _, to: .service(let id))? = fix.edits.first else { return nil }
      return id
    }
  }
}
