import Procurement
import Text

extension ChoiceMenu {
  /// What can be changed of all marked lines.
  init(changesOfMarked ids: [String]) {
    let fields: [LineField] = [
      .route, .supplier, .need, .funds, .group, .service, .spineConnected, .crsInteroperable,
    ]
    let lines = counted(ids.count, "line")
    let choices = fields.map { field in
      Choice(
        word: field.rawValue, title: "\(field.title) of \(lines)",
        synonyms: field == .service ? ["category"] : [], taking: .changeMarked(field))
    }
    let amounts = [
      Choice(
        word: "cost", title: "costs of \(lines) by per cent", synonyms: ["scale", "percentage"],
        taking: .scale(.lines(ids))),
      Choice(
        word: "certainty", title: "certainty of the funds of \(lines)",
        taking: .changeMarkedCertainty),
    ]
    let removal = Choice(
      word: "remove", title: "remove \(lines)", taking: .marked(.remove))
    self.init(.marked, choices + amounts + [removal])
  }

  /// The values that a field can be given on all marked lines.
  init(valuesOfMarked field: LineField, _ programme: Programme, _ plan: Plan) {
    var choices: [Choice] =
      field == .funds
      ? plan.funds.flatMap(ChoiceMenu.drawing)
      : FieldChoices(programme, plan).values(for: field).map { title, value in
        Choice(
          title: title, synonyms: programme.otherNames(of: value), taking: .marked(.set(value)))
      }
    if field == .funds {
      choices.append(Choice(word: "none", title: "none", taking: .marked(.set(.funds([])))))
    }
    self.init(.markedField(field), choices)
  }

  /// How certain the funds can be on which marked lines draw.
  init(certaintyOfMarked plan: Plan) {
    self.init(
      .markedCertainty,
      Fund.Certainty.allCases.map { certainty in
        Choice(
          word: certainty.rawValue, title: "\(certainty.rawValue): \(certainty.meaning)",
          taking: .marked(.certainty(certainty)))
      })
  }

  private static func drawing(on fund: Fund) -> [Choice] {
    [
      ("\(fund.shownName) alone", MarkedChange.drawOnly(fund.id)),
      ("\(fund.shownName) as well", .drawAlso(fund.id)),
      ("not \(fund.shownName)", .drawNot(fund.id)),
    ].map { Choice(title: $0, synonyms: [fund.id], taking: .marked($1)) }
  }
}
