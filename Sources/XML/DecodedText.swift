internal import ICU

/// The text of an XML file: UTF-8 whatever the file is in, with the way back.
///
/// Every place in the document is a place in ``bytes``; lines and columns are the same in both.
public struct DecodedText: Sendable {
  /// The text in UTF-8; where the file breaks its encoding, as far as it holds.
  public let bytes: [UInt8]
  /// What is wrong with the encoding, at the end of ``bytes``; nil where nothing is.
  let error: XMLError?
  /// What the file is in; nil is UTF-8.
  private let charset: Charset?

  /// The text of a file, by its byte order mark, its first bytes, or its XML declaration (XML 1.0, appendix F).
  public init(_ file: [UInt8]) {
    let name = encodingName(of: file)
    guard let name, !["UTF-8", "UTF8", "US-ASCII"].contains(name.uppercased()) else {
      (bytes, error, charset) = (file, nil, nil)
      return
    }
    let isWide = name == .utf16LE || name == .utf16BE
    guard let charset = Charset(name), isWide || !name.uppercased().hasPrefix("UTF-") else {
      let problem =
        name.uppercased().hasPrefix("UTF-")
        ? "declares the encoding \(name), and its bytes are not \(name)" : "the encoding \(name) is not known"
      (bytes, error, self.charset) = ([], XMLError(problem: "\(problem); save the file as UTF-8", offset: 0), nil)
      return
    }
    let (text, read) = charset.decode(file)
    if read == file.count {
      (bytes, error) = (text, nil)
    } else {
      bytes = charset.decode(Array(file.prefix(read))).text
      let problem = "byte \(read) begins no character of \(name); save the file as UTF-8"
      error = XMLError(problem: problem, offset: bytes.count)
    }
    self.charset = charset
  }

  /// A changed text as a file in the encoding of this one; what that does not have is written as `&#n;`.
  public func encoded(_ text: [UInt8]) -> [UInt8] { charset?.encode(text) ?? text }
}

extension String {
  fileprivate static let utf16LE = "UTF-16LE"
  fileprivate static let utf16BE = "UTF-16BE"
}

/// The name of the encoding that a file is in; nil where nothing says one.
private func encodingName(of file: [UInt8]) -> String? {
  switch Array(file.prefix(4)) {
  case let start where start.starts(with: [0xEF, 0xBB, 0xBF]): nil
  case let start where start.starts(with: [0xFF, 0xFE]): .utf16LE
  case let start where start.starts(with: [0xFE, 0xFF]): .utf16BE
  case let start where start.count == 4 && start[0] == 0x3C && start[1] == 0 && start[3] == 0: .utf16LE
  case let start where start.count == 4 && start[0] == 0 && start[1] == 0x3C && start[2] == 0: .utf16BE
  default: declaredEncoding(in: file)
  }
}

/// The value of `encoding` in the XML declaration of a file whose ASCII is ASCII; no more of it than a name can be
/// (XML 1.0, EncName), for ICU takes options and looks for files.
private func declaredEncoding(in file: [UInt8]) -> String? {
  guard file.starts(with: "<?xml".utf8), let end = file.prefix(1_000).firstIndex(of: UInt8(ascii: ">")) else {
    return nil
  }
  return attributes(of: 1..<end, in: file).first { $0.name == "encoding" }.map { attribute in
    let name = file[attribute.value].prefix(40).prefix {
      ($0 | 0x20) &- 97 < 26 || $0 &- 48 < 10 || [0x2D, 0x2E, 0x5F].contains($0)
    }
    return String(decoding: name, as: UTF8.self)
  }
}
