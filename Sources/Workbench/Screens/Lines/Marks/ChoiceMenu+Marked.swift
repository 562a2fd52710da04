import Procurement
import Text

extension ChoiceMenu {
  /// What can be changed of all marked lines.
  init(changesOfMarked count: Int) {
    let fields: [LineField] = [.route, .supplier, .need, .funds, .group]
    let lines = counted(count, "line")
    let choices = fields.map { field in
      Choice(
        word: field.rawValue, title: "\(field.title) of \(lines)", taking: .changeMarked(field))
    }
    let removal = Choice(
      word: "remove", title: "remove \(lines)", taking: .marked(.remove))
    self.init(.marked, choices + [removal])
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

  private static func drawing(on fund: Fund) -> [Choice] {
    [
      Choice(title: "\(fund.id) alone", remark: fund.name, taking: .marked(.drawOnly(fund.id))),
      Choice(title: "\(fund.id) as well", remark: fund.name, taking: .marked(.drawAlso(fund.id))),
      Choice(title: "not \(fund.id)", remark: fund.name, taking: .marked(.drawNot(fund.id))),
    ]
  }
}
