internal import Locales
internal import YAML

/// The suffixes of a language as a graph, its capitals resolved by harmony and by what stands before them.
struct SuffixGraph: Sendable {
  private struct Change: Sendable {
    var pattern: EndingPattern
    var then: [Unicode.Scalar]
    /// The changed stem stands before vowels only.
    var isBeforeVowel: Bool
    /// The unchanged stem is right as well.
    var isOptional: Bool
  }

  private let states: [String: [(suffix: [Unicode.Scalar], next: String)]]
  private let groups: [String]
  private let cases: [String]
  private let capitals: [Unicode.Scalar: Node]
  private let finals: [(name: String, letters: Set<Unicode.Scalar>)]
  private let otherFinal: String
  private let transparent: Set<Unicode.Scalar>
  private let vowels: Set<Unicode.Scalar>
  private let harmonies: [String]
  private let harmonyRules: [(pattern: EndingPattern, roles: Set<String>, harmony: String)]
  private let changes: [Change]
  private let heads: EndingPattern
  private let headStart: String
  private let headRoles: Set<String>

  init?(_ locale: Locale, _ sets: [String: Set<Unicode.Scalar>]) {
    guard let graph = locale["names.suffixes"] else { return nil }
    var states: [String: [(suffix: [Unicode.Scalar], next: String)]] = [:]
    for (state, row) in graph.entries {
      states[state.string ?? ""] = row.entries.map { entry in
        (Array((entry.key.string ?? "").unicodeScalars), entry.value.string ?? "")
      }
    }
    self.states = states
    groups = locale.strings("names.groups")
    cases = locale.strings("names.cases")
    var capitals: [Unicode.Scalar: Node] = [:]
    for (key, value) in locale["names.capitals"]?.entries ?? [] {
      if let scalar = key.string?.unicodeScalars.first { capitals[scalar] = value }
    }
    self.capitals = capitals
    finals = (locale["names.finals"]?.entries ?? []).map { ($0.key.string ?? "", Self.letters($0.value)) }
    otherFinal = locale["names.other-final"]?.string ?? ""
    transparent = Set((locale["names.transparent"]?.string ?? "").unicodeScalars)
    vowels = sets["vowel"] ?? []
    harmonies = locale.strings("names.harmonies")
    harmonyRules = (locale["names.harmony"]?.list ?? []).map { rule in
      (
        EndingPattern(rule["match"]?.string ?? "", sets: sets), Set(rule["for"]?.strings ?? []),
        rule["is"]?.string ?? ""
      )
    }
    changes = (locale["names.stems"]?.list ?? []).map { row in
      Change(
        pattern: EndingPattern(row["match"]?.string ?? "", sets: sets),
        then: Array((row["then"]?.string ?? "").unicodeScalars),
        isBeforeVowel: row["before"]?.string == "vowel", isOptional: row["optional"]?.bool ?? false)
    }
    heads = EndingPattern(locale["names.heads.match"]?.string ?? "", sets: sets)
    headStart = locale["names.heads.start"]?.string ?? "start"
    headRoles = Set(locale.strings("names.heads.for"))
  }

  private static func letters(_ node: Node) -> Set<Unicode.Scalar> { Set((node.string ?? "").unicodeScalars) }

  /// The stems of a word, each with the key of the endings that hang on it.
  func stems(
    of word: [Unicode.Scalar], role: WordRole, alphabet: Set<Unicode.Scalar>, join: String?
  ) -> [(stem: [Unicode.Scalar], key: Inflection.SuffixKey)] {
    let lower = lowercase(word)
    let isForeign = lower.last.map { !alphabet.contains($0) } ?? true
    if let join, role.isAbbreviation || isForeign {
      // How it is read decides, and the letters do not tell: every suffix is right.
      return harmonies.flatMap { harmony in
        (finals.map(\.name) + [otherFinal]).map { final in
          (word, Inflection.SuffixKey(harmony: harmony, final: final, start: "start", opening: .any, prefix: join))
        }
      }
    }
    let isHead = role.isPart && !headRoles.isDisjoint(with: role.labels) && heads.dropped(from: lower) != nil
    let start = isHead ? headStart : "start"
    var result: [(stem: [Unicode.Scalar], key: Inflection.SuffixKey)] = []
    for harmony in self.harmony(of: lower, role) {
      for final in finalClasses(of: lower) {
        var opening = Inflection.Opening.any
        for change in changes {
          guard let dropped = change.pattern.dropped(from: lower) else { continue }
          let stem = Array(word.dropLast(dropped)) + change.then
          for changed in finalClasses(of: lowercase(stem)) {
            let key = Inflection.SuffixKey(
              harmony: harmony, final: change.isBeforeVowel ? final : changed, start: start,
              opening: change.isBeforeVowel ? .vowel : .any, prefix: "")
            result.append((stem, key))
          }
          if change.isBeforeVowel, !change.isOptional { opening = .consonant }
          break
        }
        let key = Inflection.SuffixKey(harmony: harmony, final: final, start: start, opening: opening, prefix: "")
        result.append((word, key))
      }
    }
    return result
  }

  private func harmony(of word: [Unicode.Scalar], _ role: WordRole) -> [String] {
    if let harmony = role.harmony { return harmonies.contains(harmony) ? [harmony] : harmonies }
    let rule = harmonyRules.first { rule in
      (rule.roles.isEmpty || !rule.roles.isDisjoint(with: role.labels)) && rule.pattern.dropped(from: word) != nil
    }
    guard let rule, harmonies.contains(rule.harmony) else { return harmonies }
    return [rule.harmony]
  }

  private func finalClasses(of word: [Unicode.Scalar]) -> [String] {
    guard let last = word.last(where: { !transparent.contains($0) }) else { return [otherFinal] }
    let found = finals.filter { $0.letters.contains(last) }.map(\.name)
    return found.isEmpty ? [otherFinal] : found
  }

  /// Every suffix of a key with its cells.
  func endings(_ key: Inflection.SuffixKey) -> [String: Cells] {
    var result: [String: Cells] = [:]
    walk(from: key.start, text: [], finals: [key.final], group: 0, key, &result)
    return result
  }

  private func walk(
    from state: String, text: [Unicode.Scalar], finals: [String], group: Int, _ key: Inflection.SuffixKey,
    _ result: inout [String: Cells]
  ) {
    let isOwn = groups.firstIndex(of: state).map { 1 << $0 } ?? 0
    for (suffix, next) in states[state] ?? [] {
      var spelled = text
      var before = finals
      for scalar in suffix {
        guard let letter = resolve(scalar, harmony: key.harmony, finals: before) else { continue }
        for piece in letter {
          spelled.append(piece)
          before = finalClasses(of: [piece])
        }
      }
      if states[next] != nil {
        walk(from: next, text: spelled, finals: before, group: group | isOwn, key, &result)
        continue
      }
      guard let index = cases.firstIndex(of: next) else { continue }
      let isVowel = spelled.first.map { vowels.contains($0) }
      if key.opening == .vowel && isVowel != true || key.opening == .consonant && isVowel == true { continue }
      let written = String(String.UnicodeScalarView(spelled))
      let cell = Cells(group: group | isOwn, case: index)
      result[written.isEmpty ? "" : key.prefix + written, default: []].insert(cell)
    }
  }

  /// What a letter of a suffix stands for after these finals; itself where it is no capital of the data.
  private func resolve(_ scalar: Unicode.Scalar, harmony: String, finals: [String]) -> [Unicode.Scalar]? {
    guard var node = capitals[scalar] else { return [scalar] }
    for _ in 0..<4 {
      if let text = node.string { return Array(text.unicodeScalars) }
      let keys = [harmony] + finals + ["else"]
      guard let next = keys.lazy.compactMap({ node[$0] }).first else { return nil }
      node = next
    }
    return nil
  }
}
