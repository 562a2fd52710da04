import PlanGenerators
import Procurement
import Testing
import Validation

/// C101: which service a description resembles.
@Suite struct ResemblanceTests {
  /// Names of services that consist only of words that any description may have.
  private static let filler: Set<String> = ["Support services"]

  @Test func `every label, short label, synonym and subject resembles its own service`() throws {
    for service in try NPfIT.index.programme.services where service.id != NPfIT.future {
      for words in [service.label, service.short] + service.synonyms + service.subjects {
        let found = try resembled(words)
        if ResemblanceTests.filler.contains(words) {
          #expect(found.isEmpty)
        } else {
          #expect(found.contains(service.id), "\(words): \(found)")
        }
      }
    }
  }

  @Test func `what analysts write is recognised, and objects are left alone`() throws {
    let given = try Outcome(of: WrittenDescription.given, resembled)
    #expect(given.services == 96 && given.others == 30)
    #expect(given.recognised >= 92, "\(given.wrong)")
    #expect(given.alarms <= 1, "\(given.wrong)")
    let further = try Outcome(of: WrittenDescription.further, resembled)
    #expect(further.recognised * 20 >= further.services * 19, "\(further.wrong)")
    #expect(further.alarms <= 1, "\(further.wrong)")
  }

  @Test(arguments: [
    ("Electronic booking", ["core.e-booking", "additional.e-booking-primary-care"]),
    ("E-booking system", ["core.e-booking", "additional.e-booking-primary-care"]),
    ("Screening", ["core.prevention-existing", "additional.prevention-new"]),
    ("New screening", ["additional.prevention-new"]),
    ("Breast screening", ["core.prevention-existing"]),
    ("Clinical decision support", ["additional.decision-support", "core.clinical-support"]),
    ("Advanced decision support", ["additional.decision-support"]),
    ("PAS and order comms", ["core.order-communications", "core.patient-records"]),
    ("Training for order comms", ["additional.training"]),
  ])
  func `a description that two services share is said to resemble both`(
    words: String, services: [String]
  ) throws {
    #expect(try Set(resembled(words)) == Set(services))
    #expect(try resembled(words).first == services.first)
  }

  @Test(arguments: [
    "A&E system", "A & E system", "A and E system", "a.&e. system", "A/E systems", "A&E-system",
    "Accident and emergency software", "Accident & Emergency system", "system for the A&E",
  ])
  func `the spellings of an abbreviation are the same`(words: String) throws {
    #expect(try resembled(words) == ["core.emergency"])
  }

  @Test(arguments: [
    ("Chairs for the theatre system room", "Theatre system"),
    ("Theatres, refurbishment", "Theatres"),
    ("Lighting for maternity", "IT for maternity"),
    ("Pharmacy vans", "Pharmacy"),
    ("PAS leaflets", "PAS licences"),
    ("Training room chairs", "Training for nurses"),
    ("Headsets for the helpdesk", "Software for the helpdesk"),
    ("Out-of-hours taxis", "Out-of-hours system"),
    ("Bed management project chairs", "Bed management project"),
  ])
  func `an object is not a system`(object: String, system: String) throws {
    #expect(try resembled(object) == [])
    #expect(try resembled(system) != [])
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
    #expect(try resembled(words).first == service)
  }

  @Test(arguments: [
    "Bedside entertainment", "Clinical photography", "Decision log", "Signage infrastructure",
    "Car park barriers", "A new system", "Support services for our trust",
    "Staff rostering", "Catering", "CCTV surveillance cameras", "Alternative therapies",
    "Door access", "GP", "e", "?!", "Énergie", "Switchboard", "Payroll", "Fire alarms",
    "Library of Things", "Project", "Management", "Car hire for the care team",
  ])
  func `a description of another service resembles none`(words: String) throws {
    #expect(try resembled(words) == [])
  }

  @Test func `only the beginning of a very long description is read`() throws {
    let words = String(repeating: "x ", count: 600)
    #expect(try resembled("maternity system " + words) == ["core.maternity"])
    #expect(try resembled(words + "maternity system") == [])
  }

  /// The services that a line of this description is said to resemble, the likelier first.
  private func resembled(_ description: String) throws -> [String] {
    var line = PlanLine(id: "L1", service: NPfIT.future)
    line.description = description
    let trust = Trust(code: "RXX", name: "", kind: .acute, cluster: "london")
    let plan = Plan(header: Plan.Header(title: "", trust: trust, years: []), lines: [line])
    var assessment = Assessment(plan, against: try NPfIT.index)
    guard let finding = assessment.findings.first(where: { $0.code == .C101 }) else { return [] }
    return assessment.fixes(for: finding).compactMap { fix in
      guard case .set(line: _, from: _, to: .service(let id))? = fix.edits.first else { return nil }
      return id
    }
  }
}

/// How many of some descriptions are recognised.
private struct Outcome {
  var services = 0
  var recognised = 0
  var others = 0
  var alarms = 0
  var wrong: [String] = []

  init(
    of descriptions: [WrittenDescription], _ resembled: (String) throws -> [String]
  ) rethrows {
    for description in descriptions {
      let found = try resembled(description.text)
      if description.service == nil { others += 1 } else { services += 1 }
      if description.service != nil, found.first == description.service { recognised += 1 }
      if description.service == nil, !found.isEmpty { alarms += 1 }
      if found.first != description.service { wrong.append("\(description.text): \(found)") }
    }
  }
}
