internal import CYAML

/// What is wrong with a YAML document, and where.
public struct SyntaxError: Error, Sendable {
  /// What is wrong.
  public let problem: String
  /// Where, in bytes of the file.
  public let offset: Int
}

/// The first document in `bytes` (YAML 1.1 as libyaml reads it), or nil where there is none.
///
/// Aliases are refused: no file of ours needs one, and expanding them is how small files fill the memory.
///
/// - Throws: ``SyntaxError`` where `bytes` are not YAML, use an alias, or are nested over 64 levels deep.
public func parse(_ bytes: [UInt8]) throws(SyntaxError) -> Node? {
  let parser = Parser()
  return try parser.document(bytes)
}

/// Owns libyaml's parser and builds nodes from its events.
private final class Parser {
  private var parser = yaml_parser_t()
  private var event = yaml_event_t()
  private var bytes: [UInt8] = []
  // libyaml's marks count scalars; this pair walks along with them.
  private var scalars = 0
  private var byte = 0

  init() { yaml_parser_initialize(&parser) }

  deinit {
    yaml_event_delete(&event)
    yaml_parser_delete(&parser)
  }

  func document(_ bytes: [UInt8]) throws(SyntaxError) -> Node? {
    self.bytes = bytes
    byte = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    // The parser keeps the pointer, so all reading happens inside the closure.
    let result: Result<Node?, SyntaxError> = bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      do throws(SyntaxError) {
        try advance()
        while event.type != YAML_DOCUMENT_START_EVENT {
          if event.type == YAML_STREAM_END_EVENT { return .success(nil) }
          try advance()
        }
        try advance()
        return .success(try node(depth: 0))
      } catch { return .failure(error) }
    }
    return try result.get()
  }

  private func advance() throws(SyntaxError) {
    yaml_event_delete(&event)
    guard yaml_parser_parse(&parser, &event) == 1 else {
      let problem = parser.problem.map { String(cString: $0) } ?? "not YAML"
      let isReader = parser.error == YAML_READER_ERROR
      throw SyntaxError(
        problem: problem, offset: isReader ? parser.problem_offset : byte(atScalar: parser.problem_mark.index))
    }
  }

  /// The byte where the scalar of this number begins.
  ///
  /// Marks rise, so all calls together are one pass.
  private func byte(atScalar index: Int) -> Int {
    if index < scalars {
      scalars = 0
      byte = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }
    while scalars < index, byte < bytes.count {
      repeat { byte += 1 } while byte < bytes.count && bytes[byte] & 0xC0 == 0x80
      scalars += 1
    }
    return byte
  }

  private func node(depth: Int) throws(SyntaxError) -> Node {
    let offset = byte(atScalar: event.start_mark.index)
    guard depth <= 64 else { throw SyntaxError(problem: "nested over 64 levels deep", offset: offset) }
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return Node(value: .scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE), offset: offset)
    case YAML_SEQUENCE_START_EVENT:
      var nodes: [Node] = []
      try advance()
      while event.type != YAML_SEQUENCE_END_EVENT {
        nodes.append(try node(depth: depth + 1))
        try advance()
      }
      return Node(value: .sequence(nodes), offset: offset)
    case YAML_MAPPING_START_EVENT:
      var entries: [(key: Node, value: Node)] = []
      try advance()
      while event.type != YAML_MAPPING_END_EVENT {
        let key = try node(depth: depth + 1)
        try advance()
        entries.append((key, try node(depth: depth + 1)))
        try advance()
      }
      return Node(value: .mapping(entries), offset: offset)
    case YAML_ALIAS_EVENT:
      throw SyntaxError(problem: "an alias (*name), which is not supported; write the value out", offset: offset)
    default:
      throw SyntaxError(problem: "not a YAML value", offset: offset)
    }
  }
}
