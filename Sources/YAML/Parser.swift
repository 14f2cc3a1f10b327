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

/// The first document in `bytes` without the list of its key `key`, whose values are handed to `body` one by one: a
/// long list is never in memory as a whole.
///
/// The list is empty in what is returned. A value of the key that is no list stays there.
///
/// - Throws: ``SyntaxError`` as ``parse(_:)`` does, after `body` had what stands before the error.
public func parse(
  _ bytes: [UInt8], eachOf key: String, _ body: (Node) -> Void
) throws(SyntaxError) -> Node? {
  let parser = Parser()
  return try parser.document(bytes, eachOf: key, body)
}

/// Owns libyaml's parser and builds nodes from its events.
private final class Parser {
  private var parser = yaml_parser_t()
  private var event = yaml_event_t()
  private var bytes: [UInt8] = []
  // libyaml's marks count scalars; this pair walks along with them.
  private var scalars = 0
  private var byte = 0
  private var flowDepth = 0

  init() { yaml_parser_initialize(&parser) }

  deinit {
    yaml_event_delete(&event)
    yaml_parser_delete(&parser)
  }

  func document(
    _ bytes: [UInt8], eachOf key: String? = nil, _ body: (Node) -> Void = { _ in }
  ) throws(SyntaxError) -> Node? {
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
        guard let key, event.type == YAML_MAPPING_START_EVENT else { return .success(try node(depth: 0)) }
        return .success(
          try mapping(depth: 0) { name throws(SyntaxError) in
            guard name.string == key, event.type == YAML_SEQUENCE_START_EVENT else { return try node(depth: 1) }
            return try sequence(depth: 1) {
              body($0)
              return false
            }
          })
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

  private static func style(_ style: yaml_scalar_style_t) -> Node.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private func node(depth: Int) throws(SyntaxError) -> Node {
    let offset = byte(atScalar: event.start_mark.index)
    guard depth <= 64 else { throw SyntaxError(problem: "nested over 64 levels deep", offset: offset) }
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let end = byte(atScalar: event.end_mark.index)
      return Node(
        value: .scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE), offset: offset, end: end,
        style: Self.style(scalar.style), isInFlow: flowDepth > 0)
    case YAML_SEQUENCE_START_EVENT: return try sequence(depth: depth) { _ in true }
    case YAML_MAPPING_START_EVENT:
      return try mapping(depth: depth) { _ throws(SyntaxError) in try node(depth: depth + 1) }
    case YAML_ALIAS_EVENT:
      throw SyntaxError(problem: "an alias (*name), which is not supported; write the value out", offset: offset)
    default:
      throw SyntaxError(problem: "not a YAML value", offset: offset)
    }
  }

  /// The list that begins here, of the values that `keep` holds on to.
  private func sequence(depth: Int, keep: (Node) -> Bool) throws(SyntaxError) -> Node {
    let offset = byte(atScalar: event.start_mark.index)
    var nodes: [Node] = []
    let isFlow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
    if isFlow { flowDepth += 1 }
    defer { if isFlow { flowDepth -= 1 } }
    try advance()
    while event.type != YAML_SEQUENCE_END_EVENT {
      let node = try node(depth: depth + 1)
      if keep(node) { nodes.append(node) }
      try advance()
    }
    return Node(
      value: .sequence(nodes), offset: offset, end: byte(atScalar: event.end_mark.index), style: nil,
      isInFlow: flowDepth > 0)
  }

  /// The mapping that begins here; `value` reads that of each key.
  private func mapping(
    depth: Int, value: (_ key: Node) throws(SyntaxError) -> Node
  ) throws(SyntaxError) -> Node {
    let offset = byte(atScalar: event.start_mark.index)
    var entries: [(key: Node, value: Node)] = []
    let isFlow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
    if isFlow { flowDepth += 1 }
    defer { if isFlow { flowDepth -= 1 } }
    try advance()
    while event.type != YAML_MAPPING_END_EVENT {
      let key = try node(depth: depth + 1)
      try advance()
      entries.append((key, try value(key)))
      try advance()
    }
    return Node(
      value: .mapping(entries), offset: offset, end: byte(atScalar: event.end_mark.index), style: nil,
      isInFlow: flowDepth > 0)
  }
}
