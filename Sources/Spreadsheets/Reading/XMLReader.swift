import CExpat
import Glibc

/// What receives the elements of a part of a spreadsheet file.
///
/// Elements of other vocabularies are left out together with what they contain.
protocol XMLConsumer: AnyObject {
  /// An element starts.
  func open(_ name: String, _ attributes: XMLAttributes) throws(SpreadsheetFault)
  /// An element ends.
  func close(_ name: String) throws(SpreadsheetFault)
  /// A piece of the text in the innermost element.
  func characters(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetFault)
}

extension XMLConsumer {
  func close(_ name: String) throws(SpreadsheetFault) {}
  func characters(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetFault) {}
}

/// The attributes of an element, valid while it starts.
struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute as bytes; nil if it is missing.
  func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    value { strcmp($0, UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) == 0 }
  }

  /// The value of an attribute; nil if it is missing.
  subscript(name: StaticString) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether an attribute is set to true.
  func isTrue(_ name: StaticString) -> Bool { ["1", "true", "on"].contains(self[name]) }

  /// The id of the relationship that the element refers to.
  var relationship: String? {
    value { XMLVocabulary.local($0, in: XMLVocabulary.references) == "id" }
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

/// The names of elements that belong to spreadsheets.
enum XMLVocabulary {
  /// Comes between a vocabulary and a local name; it cannot be in either.
  static let separator: CChar = 0x0A

  /// The vocabularies of elements, of files as programs write them by default and of strict ones.
  static let elements: [StaticString] = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main\n",
    "http://purl.oclc.org/ooxml/spreadsheetml/main\n",
    "http://schemas.openxmlformats.org/package/2006/relationships\n",
  ]
  /// The vocabularies of attributes that refer to relationships.
  static let references: [StaticString] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships\n",
    "http://purl.oclc.org/ooxml/officeDocument/relationships\n",
  ]

  /// The local name of a name in one of the vocabularies; nil if it is in another.
  static func local(_ name: UnsafePointer<CChar>, in vocabularies: [StaticString]) -> String? {
    for vocabulary in vocabularies {
      let start = UnsafeRawPointer(vocabulary.utf8Start).assumingMemoryBound(to: CChar.self)
      if strncmp(name, start, vocabulary.utf8CodeUnitCount) == 0 {
        return String(cString: name + vocabulary.utf8CodeUnitCount)
      }
    }
    return nil
  }
}

/// Reads XML piece by piece: no document types, no other files, and bounded memory.
final class XMLReader {
  private let consumer: any XMLConsumer
  private let part: String
  private let parser: XML_Parser
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
    guard let local = XMLVocabulary.local(name, in: XMLVocabulary.elements) else {
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
    guard let name, let local = XMLVocabulary.local(name, in: XMLVocabulary.elements) else {
      return
    }
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
