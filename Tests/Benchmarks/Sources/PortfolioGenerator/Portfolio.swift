/// Writes the lines, funds and groups of many trusts, the same for the same seed.
///
/// It needs the memory of a few trusts, whatever the number of lines.
public enum Portfolio {
  /// Writes `lines.csv` and `funds.csv` into a folder that exists.
  public static func write(lines: Int, seed: UInt64, into folder: String) throws(GeneratorError) {
    var chance = SplitMix64(seed: seed)
    var national = National(lines: lines, chance: &chance)
    let table = try ByteWriter("\(folder)/lines.csv")
    try table.append(
      Array(
        """
        trust,cluster,line,service,pacs,need,route,supplier,group,crs_interoperable,justification,\
        spine_connected,description,year,capital,revenue,funds

        """.utf8))
    for place in national.trusts.indices {
      try writeLines(of: place, in: &national, to: table, &chance)
    }
    try table.flush()
    try writeFunds(national, to: ByteWriter("\(folder)/funds.csv"), &chance)
  }

  private static func writeLines(
    of place: Int, in national: inout National, to table: ByteWriter, _ chance: inout SplitMix64
  ) throws(GeneratorError) {
    let trust = national.trusts[place]
    let writer = LineWriter(trust: trust, groups: national.groups)
    let namings = (0..<64).map { _ in MoneyWriter.naming(of: trust.funds, &chance) }
    var row = Row()
    for number in 1...trust.lines {
      let line = writer.sketch(&chance)
      // Funds on a line that the programme pays for are a rare error.
      let isNaming = chance.chance(line.isForProgramme ? 30 : 750)
      let naming = isNaming ? chance.pick(namings) : MoneyWriter.Naming()
      row.clear()
      row.add(trust, line: number, line)
      let head = row.bytes.count
      for year in MoneyWriter.years(&chance) {
        let amounts = MoneyWriter.amounts(year, &chance)
        row.truncate(to: head)
        row.add(amounts, naming.cell)
        try table.append(row.bytes)
        guard !line.isForProgramme else { continue }
        if let fund = naming.capital, let pence = amounts.capital {
          national.want(pence, of: fund, ofTrust: place, inYear: amounts.year)
        }
        if let fund = naming.revenue, let pence = amounts.revenue {
          national.want(pence, of: fund, ofTrust: place, inYear: amounts.year)
        }
      }
    }
  }

  private static func writeFunds(
    _ national: National, to table: ByteWriter, _ chance: inout SplitMix64
  ) throws(GeneratorError) {
    try table.append(
      Array("trust,fund,name,pays,year,available,group,facility,members\n".utf8))
    var row = Row()
    for trust in national.trusts {
      for fund in trust.funds {
        for (year, wanted) in zip(Vocabulary.years, fund.wanted) {
          row.clear()
          // About half of the funds have less than lines need.
          row.add(trust, fund, year: year, available: wanted / 100 * (50 + chance.below(101)))
          try table.append(row.bytes)
        }
      }
    }
    for group in national.groups {
      row.clear()
      row.add(group, members: group.members.map { national.trusts[$0].code })
      try table.append(row.bytes)
    }
    try table.flush()
  }
}

extension Row {
  fileprivate mutating func add(_ trust: TrustSketch, line number: Int, _ line: LineSketch) {
    add(trust.code)
    add(Vocabulary.clusters[trust.cluster].id)
    add(text: "L")
    add(number: number)
    addComma()
    add(line.service)
    add(line.pacs)
    add(line.need)
    add(line.route)
    add(line.supplier)
    add(line.group)
    add(line.interoperable)
    add(line.justification)
    add(line.spine)
    add(line.description)
  }

  fileprivate mutating func add(_ amounts: MoneyWriter.Amounts, _ funds: [UInt8]) {
    add(Vocabulary.years[amounts.year])
    if let pence = amounts.capital { add(pence: pence) }
    addComma()
    if let pence = amounts.revenue { add(pence: pence) }
    addComma()
    add(funds)
    end()
  }

  fileprivate mutating func add(
    _ trust: TrustSketch, _ fund: FundSketch, year: [UInt8], available: Int
  ) {
    add(trust.code)
    add(fund.id)
    add(Array("Fund \(String(decoding: fund.id, as: UTF8.self))".utf8))
    add(Array(fund.pays.rawValue.utf8))
    add(year)
    add(pence: available)
    add(text: ",,,,")
    end()
  }

  fileprivate mutating func add(_ group: GroupSketch, members: [[UInt8]]) {
    add(text: ",,,,,,")
    add(group.id)
    add(group.facility)
    add(Array(members.joined(separator: [UInt8(ascii: " ")])))
    end()
  }
}
