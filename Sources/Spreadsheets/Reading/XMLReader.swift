import CExpat
import Glibc

/// What receives the elements of a part of a spreadsheet file.
///
/// Elements of other vocabularies are left out together with what they contain.
protocol XMLConsumer: AnyObject {
  /// An element starts.
  func open(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetFault)
  /// An element ends.
  func close(_ name: XMLName) throws(SpreadsheetFault)
  /// A piece of the text in the innermost element.
  func characters(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetFault)
}

extension XMLConsumer {
  func close(_ name: XMLName) throws(SpreadsheetFault) {}
  func characters(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetFault) {}
}

/// The name of an element or attribute without its vocabulary, valid while the element starts or
/// ends. It is compared without being copied, since a sheet has millions of elements.
struct XMLName {
  fileprivate let start: UnsafePointer<CChar>

  static func ~= (word: StaticString, name: XMLName) -> Bool {
    strcmp(name.start, word.characters) == 0
  }

  static func == (name: XMLName, word: StaticString) -> Bool { word ~= name }

  /// The name in one of some vocabularies; nil if it is in another.
  fileprivate init?(_ name: UnsafePointer<CChar>, in vocabularies: [XMLVocabulary]) {
    for vocabulary in vocabularies where vocabulary.has(name) {
      start = name + vocabulary.length
      return
    }
    return nil
  }
}

/// The attributes of an element, valid while it starts.
struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute as bytes; nil if it is missing.
  func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    value { strcmp($0, name.characters) == 0 }
  }

  /// The value of an attribute; nil if it is missing.
  subscript(name: StaticString) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether an attribute says yes.
  func flag(_ name: StaticString) -> Bool { ["1", "true"].contains(self[name]) }

  /// The number that an attribute is; nil if it is missing or something else.
  func number(_ name: StaticString) -> Int? {
    guard let bytes = bytes(name), (1...10).contains(bytes.count) else { return nil }
    var number = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  /// Whether an attribute is set to true.
  func isTrue(_ name: StaticString) -> Bool { ["1", "true", "on"].contains(self[name]) }

  /// The id of the relationship that the element refers to.
  var relationship: String? {
    value { name in XMLName(name, in: XMLVocabulary.references).map { $0 == "id" } ?? false }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private func value(
    where isWanted: (UnsafePointer<CChar>) -> Bool
  ) -> UnsafeBufferPointer<UInt8>? {
    guard var pair = pairs else { return nil }
    while let name = pair[0], let value = pair[1] {
      if isWanted(name) {
        let start = UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: start, count: strlen(value))
      }
      pair += 2
    }
    return nil
  }
}

/// A vocabulary to which names belong.
private struct XMLVocabulary {
  private let start: UnsafePointer<CChar>
  let length: Int

  init(_ name: StaticString) {
    start = name.characters
    length = name.utf8CodeUnitCount
  }

  func has(_ name: UnsafePointer<CChar>) -> Bool { strncmp(name, start, length) == 0 }

  /// Comes between a vocabulary and a local name; it cannot be in either.
  static let separator: CChar = 0x0A

  /// The vocabularies of elements, of files as programs write them by default and of strict ones.
  static var elements: [XMLVocabulary] {
    [
      XMLVocabulary("http://schemas.openxmlformats.org/spreadsheetml/2006/main\n"),
      XMLVocabulary("http://purl.oclc.org/ooxml/spreadsheetml/main\n"),
      XMLVocabulary("http://schemas.openxmlformats.org/package/2006/relationships\n"),
    ]
  }
  /// The vocabularies of attributes that refer to relationships.
  static var references: [XMLVocabulary] {
    [
      XMLVocabulary("http://schemas.openxmlformats.org/officeDocument/2006/relationships\n"),
      XMLVocabulary("http://purl.oclc.org/ooxml/officeDocument/relationships\n"),
    ]
  }
}

extension StaticString {
  /// Its characters for functions of C.
  fileprivate var characters: UnsafePointer<CChar> {
    UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
  }
}

/// Reads XML piece by piece: no document types, no other files, and bounded memory.
final class XMLReader {
  private let consumer: any XMLConsumer
  private let part: String
  private let parser: XML_Parser
  private let vocabularies = XMLVocabulary.elements
  private var fault: SpreadsheetFault?
  private var depth = 0
  /// The depth of the outermost element that is left out, if any.
  private var leftOut: Int?
  private var fed = 0

  /// Spreadsheets have at most a dozen levels.
  private static let mostDepth = 64
  /// A tag is shorter than this.
  private static let mostPending = 1 << 20

  init(_ part: String, _ consumer: any XMLConsumer) throws(SpreadsheetFault) {
    guard let parser = XML_ParserCreateNS(nil, XMLVocabulary.separator) else {
      throw SpreadsheetFault(.damagedPart(part))
    }
    self.part = part
    self.consumer = consumer
    self.parser = parser
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser, { XMLReader.at($0)?.open($1, $2) }, { XMLReader.at($0)?.close($1) })
    XML_SetCharacterDataHandler(parser) { XMLReader.at($0)?.characters($1, Int($2)) }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let reader = XMLReader.at(data) else { return }
      reader.stop(SpreadsheetFault(.documentType(reader.part)))
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Reads the next piece; an empty last one ends the part.
  func read(_ bytes: UnsafeRawBufferPointer, isLast: Bool = false) throws(SpreadsheetFault) {
    let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    let status = XML_Parse(parser, start, Int32(bytes.count), isLast ? 1 : 0)
    if let fault { throw fault }
    fed += bytes.count
    guard status == XML_STATUS_OK,
      fed - Int(XML_GetCurrentByteIndex(parser)) <= XMLReader.mostPending
    else { throw SpreadsheetFault(.damagedPart(part)) }
  }

  private static func at(_ data: UnsafeMutableRawPointer?) -> XMLReader? {
    data.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private func stop(_ fault: SpreadsheetFault) {
    self.fault = self.fault ?? fault
    XML_StopParser(parser, 0)
  }

  private func attempt(_ body: () throws(SpreadsheetFault) -> Void) {
    guard fault == nil else { return }
    do throws(SpreadsheetFault) { try body() } catch { stop(error) }
  }

  private func open(
    _ name: UnsafePointer<CChar>?, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    depth += 1
    guard depth <= XMLReader.mostDepth else { return stop(SpreadsheetFault(.damagedPart(part))) }
    guard leftOut == nil, let name else { return }
    guard let local = XMLName(name, in: vocabularies) else {
      leftOut = depth
      return
    }
    attempt { () throws(SpreadsheetFault) in
      try consumer.open(local, XMLAttributes(pairs: pairs))
    }
  }

  private func close(_ name: UnsafePointer<CChar>?) {
    defer { depth -= 1 }
    if let leftOut {
      if leftOut == depth { self.leftOut = nil }
      return
    }
    guard let name, let local = XMLName(name, in: vocabularies) else { return }
    attempt { () throws(SpreadsheetFault) in try consumer.close(local) }
  }

  private func characters(_ start: UnsafePointer<CChar>?, _ count: Int) {
    guard leftOut == nil, let start else { return }
    let bytes = UnsafeBufferPointer(
      start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: count)
    attempt { () throws(SpreadsheetFault) in try consumer.characters(bytes) }
  }
}

extension Archive {
  /// Reads a part that is XML.
  func read(_ name: String, _ consumer: any XMLConsumer) throws(SpreadsheetFault) {
    let reader = try XMLReader(name, consumer)
    try read(name) { bytes throws(SpreadsheetFault) in try reader.read(bytes) }
    try reader.read(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }
}
