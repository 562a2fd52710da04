import Procurement
import Text
import Validation

/// The words of a paper about one plan: names in the place of identifiers, and whole sentences.
struct PaperWords {
  private let programme: Programme
  private let services: [String: Service]
  private let names: TermNames
  /// The precision of all amounts of the paper.
  let precision: MoneyPrecision

  init(_ programme: Programme, _ plan: Plan, _ precision: MoneyPrecision) {
    self.programme = programme
    self.precision = precision
    services = Dictionary(
      programme.services.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    names = TermNames(programme, plan)
  }

  // MARK: Sentences

  /// A sentence of the rules for readers who do not know identifiers.
  func sentence(_ text: String) -> String {
    let words = names.sentence(String(withoutCommand(text)))
    guard words.utf8.contains(UInt8(ascii: "`")) else { return words.asSentence }
    let parts = words.utf8.split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false)
      .map(Substring.init)
    guard parts.count % 2 == 1 else { return words.asSentence }
    return parts.enumerated().map { $0 % 2 == 1 ? "“\($1)”" : String($1) }.joined().asSentence
  }

  /// A message without the command or option of the program that ends it as the other thing to do.
  private func withoutCommand(_ text: String) -> Substring {
    guard text.utf8.last == UInt8(ascii: "`") else { return text[...] }
    let parts = text.split(separator: "`", omittingEmptySubsequences: false).suffix(3)
    guard parts.count == 3, let before = parts.first, let command = parts.dropFirst().first,
      command.hasPrefix("--") || command.hasPrefix("calloff "),
      let other = before.ranges(of: ", or ").last ?? before.ranges(of: "; see ").last
    else { return text[...] }
    return text[..<other.lowerBound]
  }

  // MARK: Lines

  /// What a line is for.
  func service(_ line: PlanLine) -> String {
    guard let listed = services[line.service] else { return "unknown service \(line.service)" }
    let isUnlisted = programme.categories[listed.category].isUnlisted
    guard isUnlisted, let description = line.description, !description.isBlank else {
      return listed.label
    }
    return description
  }

  /// The same in few words.
  func shortService(_ line: PlanLine) -> String {
    line.description.nonBlank ?? services[line.service]?.short ?? line.service
  }

  /// Which option of imaging a line buys.
  func option(_ line: PlanLine) -> String? {
    line.pacs.map { option in
      let meaning = programme.pacsOptions.first { $0.option == option }?.meaning
      return "PACS option: \(meaning ?? option.rawValue)"
    }
  }

  /// Who supplies a line.
  func supplier(_ line: PlanLine) -> String {
    guard let name = line.supplier, !name.isBlank else { return "no supplier named" }
    return names.supplier(name)
  }

  /// How a line is bought.
  func route(_ line: PlanLine) -> String {
    if line.need == .retain { return "the existing system stays" }
    switch line.route {
    case .programme: return "through the programme"
    case .open: return "on the open market"
    case .calloff:
      return "by call-off" + (line.group.map { ", with \(names.group($0))" } ?? ", without a group")
    case nil: return "route not decided"
    }
  }

  func cluster(_ id: String) -> String { names.cluster(id) }

  // MARK: Money

  /// An amount of a table, without the sign of the pound.
  func number(_ money: Money) -> String { precision.text(money) }

  /// The amounts of a split as the columns of tables have them.
  func numbers(_ split: Split) -> [String] {
    [split.cost, split.programmeFunded, split.covered, split.unfunded].map(number)
  }

  /// The titles of those columns.
  static let splitTitles = ["Cost", "Programme pays", "Funds cover", "Unfunded"]
}

extension String {
  /// The text as a sentence, with a capital first letter and a full stop.
  var asSentence: String {
    guard let first, let last else { return self }
    let start = first.isASCII && first.isLowercase ? first.uppercased() : String(first)
    return start + dropFirst() + (".?!:".contains(last) ? "" : ".")
  }
}

extension LineVerdict {
  /// What the line costs, and who pays.
  var split: Split {
    var split = Split()
    split.add(self)
    return split
  }
}

extension Payer {
  /// Who that is.
  var words: String { self == .programme ? "the programme" : "the trust" }
}
