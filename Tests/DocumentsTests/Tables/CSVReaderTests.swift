import Documents
import Testing

@Suite struct CSVReaderTests {
  @Test(arguments: [
    ("", []),
    ("a", [["a"]]),
    ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
    ("a\rb\nc\r\nd", [["a"], ["b"], ["c"], ["d"]]),
    (",\n,", []),
    ("a,b\n , \n\u{A0},\"\"\n\t\nc,d,,\n", [["a", "b"], ["c", "d", "", ""]]),
    ("\n\r\n\ra\n\n\nb\n\n", [["a"], ["b"]]),
    ("\"\"\n", []),
    ("\"a\",b,\"\"", [["a", "b", ""]]),
    ("\"St Bee's, North\",x", [["St Bee's, North", "x"]]),
    ("\"say \"\"aye\"\"\",\"\"\"\"", [["say \"aye\"", "\""]]),
    ("\"one\ntwo\r\nthree\",x\ny,z", [["one\ntwo\r\nthree", "x"], ["y", "z"]]),
    (" a , b ", [[" a ", " b "]]),
    ("\u{FEFF}a,b", [["a", "b"]]),
    ("\u{FEFF}\"a\",b", [["a", "b"]]),
    ("Ynys Môn,é", [["Ynys Môn", "é"]]),
  ])
  func `a table is read`(text: String, rows: [[String]]) throws {
    #expect(try table(text) == rows)
  }

  @Test(arguments: [TableEncoding.utf16LittleEndian, .utf16BigEndian], [true, false])
  func `UTF-16 is read, with its mark and without`(text: TableEncoding, isMarked: Bool) throws {
    let bytes = (isMarked ? text.mark : []) + text.bytes(of: "ab,é😀\r\n\"日\n本\",x")
    var reader = try CSVReader(bytes)
    let first = try #require(try reader.next())
    #expect(first[0] == "ab" && first[1] == "é😀")
    let second = try #require(try reader.next())
    #expect(second[0] == "日\n本" && "\(second.place(of: 1))" == "3:4")
    #expect(
      tableFaults(bytes + text.bytes(of: "\ny,") + text.loneSurrogate)
        == ["4:3 this is not UTF-8 text; save the file as UTF-8"])
    #expect(
      tableFaults(bytes + [0x41])
        == ["3:5 this is not UTF-8 text; save the file as UTF-8"])
  }

  @Test func `cells have places`() throws {
    var reader = try CSVReader(Array("\u{FEFF}é,\"b\nc\",d\r\n\r\nx,\"y\"".utf8))
    let first = try #require(try reader.next())
    #expect(first.place == Place(line: 1, column: 1))
    #expect(
      (0..<first.count).map { "\(first.place(of: $0))" } == ["1:1", "1:3", "2:4"])
    let second = try #require(try reader.next())
    #expect((0..<second.count).map { "\(second.place(of: $0))" } == ["4:1", "4:3"])
    #expect(try reader.next() == nil)
    #expect(try reader.next() == nil)
  }

  @Test(arguments: [
    FaultCase(
      "a,\"b\nc\nd,\"\"e",
      "1:3 the closing quote of the text that starts here is missing; add it"),
    FaultCase("\"", "1:1 the closing quote of the text that starts here is missing; add it"),
    FaultCase(
      "a,b\"c\",d\"\ne,\"f\"g,h\n",
      "1:4 this quote is in a cell that does not start with one; put the cell in quotes and "
        + "double those in it",
      "2:6 text follows the closing quote of the cell; double the quotes in the cell, or add a "
        + "separator"
    ),
    FaultCase(
      "x\"y,\"z",
      "1:2 this quote is in a cell that does not start with one; put the cell in quotes and "
        + "double those in it",
      "1:5 the closing quote of the text that starts here is missing; add it"),
    FaultCase("a\nb,\u{0}", "2:3 this is not text, since it has a zero byte; choose a CSV file"),
    FaultCase("a,\u{1B}[2J", "1:3 control characters are not allowed; remove it"),
    FaultCase(
      "a,abcdefghi\nb,\"abcdefg\"\nc,abcdefgh\n",
      "1:3 the cell that starts here has more than 8 bytes; shorten it, or close the quote "
        + "before it",
      "2:3 the cell that starts here has more than 8 bytes; shorten it, or close the quote "
        + "before it"),
    FaultCase(
      "a,b,c,d,e,f\na,b,c,d\n",
      "1:9 the row has more than 4 cells; remove this one and the rest"),
  ])
  func `a faulty table is refused with the places of its faults`(example: FaultCase) {
    let limits = CSVLimits(bytes: 100, cell: 8, columns: 4)
    #expect(tableFaults(Array(example.document.utf8), limits: limits) == example.faults)
  }

  @Test func `bytes that are not UTF-8 are refused at their place`() {
    #expect(
      tableFaults(Array("a,b\nç,".utf8) + [0xE9, 0x2C])
        == ["2:3 this is not UTF-8 text; save the file as UTF-8"])
  }

  @Test func `a table that is too large is refused`() {
    let limits = CSVLimits(bytes: 1 << 20, cell: 8, columns: 4)
    let bytes = [UInt8](repeating: UInt8(ascii: "\n"), count: 1 << 20 + 1)
    #expect(
      tableFaults(bytes, limits: limits)
        == ["1:1 the table is larger than 1 MiB; split it into several"])
    #expect(tableFaults(Array(bytes.dropLast()), limits: limits) == [])
  }

  @Test func `huge cells and rows are refused and later rows still read`() {
    let cell = String(repeating: "x", count: 1 << 20)
    let commas = String(repeating: ",", count: 1 << 20)
    let found = tableFaults(Array("a,\(cell)\n\(commas)\nb,\"\(cell)".utf8))
    #expect(
      found == [
        "1:3 the cell that starts here has more than 65536 bytes; shorten it, or close the "
          + "quote before it",
        "2:1025 the row has more than 1024 cells; remove this one and the rest",
        "3:3 the closing quote of the text that starts here is missing; add it",
      ])
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `a table that was written is read back`(seed: UInt64) throws {
    var random = WrittenTable(seed: seed)
    let rows = random.rows()
    let visible = rows.filter { row in row.contains { !$0.allSatisfy(\.isWhitespace) } }
    #expect(try table(random.text(of: rows)) == visible)
  }
}

/// All rows of a table.
private func table(_ text: String) throws(FaultList) -> [[String]] {
  var reader = try CSVReader(Array(text.utf8))
  var rows: [[String]] = []
  while let row = try reader.next() { rows.append((0..<row.count).map { row[$0] }) }
  return rows
}

/// All faults of a table, in the form of `FaultCase`.
private func tableFaults(_ bytes: [UInt8], limits: CSVLimits = .standard) -> [String] {
  var reader: CSVReader
  do throws(FaultList) { reader = try CSVReader(bytes, limits: limits) } catch {
    return error.faults.map { "\($0.place) \($0.message)" }
  }
  var found: [String] = []
  var isOver = false
  while !isOver {
    found += faults { () throws(FaultList) in isOver = try reader.next() == nil }
  }
  return found
}
