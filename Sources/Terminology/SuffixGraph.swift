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

  /// A letter of a suffix: itself, or what a capital stands for by harmony (rows) and final class (columns).
  private enum Letter {
    case plain(Unicode.Scalar)
    case capital([[[Unicode.Scalar]?]])
  }

  /// A suffix, and the state or the case that it leads to.
  private struct Step {
    var letters: [Letter]
    var state: Int?
    var cell: Int?
  }

  private var steps: [[Step]] = []
  private var stateNumbers: [String: Int] = [:]
  /// The group of cells that each state is, as a bit.
  private var stateGroups: [Int] = []
  /// The final classes of each letter, as indexes; one more class holds all other letters.
  private var finalsOf: [Unicode.Scalar: [Int]] = [:]
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
  private let alwaysHeads: EndingPattern?
  private let headRoles: Set<String>

  init?(_ locale: Locale, _ sets: [String: Set<Unicode.Scalar>]) {
    guard let graph = locale["names.suffixes"] else { return nil }
    var states: [String: [(suffix: [Unicode.Scalar], next: String)]] = [:]
    for (state, row) in graph.entries {
      states[state.string ?? ""] = row.entries.map { entry in
        (Array((entry.key.string ?? "").unicodeScalars), entry.value.string ?? "")
      }
    }
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
    alwaysHeads = locale["names.heads.always"]?.string.map { EndingPattern($0, sets: sets) }
    headStart = locale["names.heads.start"]?.string ?? "start"
    headRoles = Set(locale.strings("names.heads.for"))
    compile(states)
  }

  /// Resolves every capital and numbers every state once: a graph is walked for each kind of stem.
  private mutating func compile(_ states: [String: [(suffix: [Unicode.Scalar], next: String)]]) {
    for (index, final) in finals.enumerated() {
      for letter in final.letters { finalsOf[letter, default: []].append(index) }
    }
    let names = states.keys.sorted()
    for (index, name) in names.enumerated() { stateNumbers[name] = index }
    stateGroups = names.map { name in groups.firstIndex(of: name).map { 1 << $0 } ?? 0 }
    var table: [Unicode.Scalar: Letter] = [:]
    for capital in capitals.keys {
      table[capital] = .capital(
        harmonies.map { harmony in
          (finals.map(\.name) + [otherFinal]).map { resolve(capital, harmony: harmony, final: $0) }
        })
    }
    steps = names.map { name in
      (states[name] ?? []).map { suffix, next in
        Step(
          letters: suffix.map { table[$0] ?? .plain($0) }, state: stateNumbers[next], cell: cases.firstIndex(of: next))
      }
    }
  }

  private static func letters(_ node: Node) -> Set<Unicode.Scalar> { Set((node.string ?? "").unicodeScalars) }

  /// The stems of a word, each with the key of the endings that hang on it.
  func stems(
    of word: [Unicode.Scalar], role: WordRole, alphabet: Set<Unicode.Scalar>, joins: [String]
  ) -> [(stem: [Unicode.Scalar], key: Inflection.SuffixKey)] {
    let lower = lowercase(word)
    let isForeign = lower.last.map { !alphabet.contains($0) } ?? true
    if !joins.isEmpty, role.isAbbreviation || isForeign {
      // How it is read decides, and the letters do not tell: every suffix is right.
      return harmonies.flatMap { harmony in
        (finals.map(\.name) + [otherFinal]).flatMap { final in
          joins.map {
            (word, Inflection.SuffixKey(harmony: harmony, final: final, start: "start", opening: .any, prefix: $0))
          }
        }
      }
    }
    let isPartHead = role.isPart && !headRoles.isDisjoint(with: role.labels) && heads.dropped(from: lower) != nil
    let isHead = isPartHead || alwaysHeads?.dropped(from: lower) != nil
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
    let fitting = (rule?.harmony ?? "").split(separator: " ").map(String.init).filter(harmonies.contains)
    return fitting.isEmpty ? harmonies : fitting
  }

  private func finalClasses(of word: [Unicode.Scalar]) -> [String] {
    guard let last = word.last(where: { !transparent.contains($0) }) else { return [otherFinal] }
    let found = finals.filter { $0.letters.contains(last) }.map(\.name)
    return found.isEmpty ? [otherFinal] : found
  }

  /// Every suffix of a key with its cells.
  func endings(_ key: Inflection.SuffixKey) -> [String: Cells] {
    var result: [[Unicode.Scalar]: Cells] = [:]
    guard let start = stateNumbers[key.start], let harmony = harmonies.firstIndex(of: key.harmony) else { return [:] }
    let final = finals.firstIndex { $0.name == key.final } ?? finals.count
    walk(from: start, text: [], finals: [final], group: 0, harmony, key.opening, &result)
    var written: [String: Cells] = [:]
    for (suffix, cells) in result {
      let text = suffix.isEmpty ? "" : key.prefix + String(String.UnicodeScalarView(suffix))
      written[text, default: []].formUnion(cells)
    }
    return written
  }

  private func walk(
    from state: Int, text: [Unicode.Scalar], finals before: [Int], group: Int, _ harmony: Int,
    _ opening: Inflection.Opening, _ result: inout [[Unicode.Scalar]: Cells]
  ) {
    let group = group | stateGroups[state]
    for step in steps[state] {
      var spelled = text
      var last = before
      for letter in step.letters {
        switch letter {
        case .plain(let scalar):
          spelled.append(scalar)
          if !transparent.contains(scalar) { last = finalsOf[scalar] ?? [finals.count] }
        case .capital(let rows):
          // Of several classes of the letter before, the first that the data names decides.
          guard let piece = last.lazy.compactMap({ rows[harmony][$0] }).first else { continue }
          spelled += piece
          if let scalar = piece.last { last = finalsOf[scalar] ?? [finals.count] }
        }
      }
      if let next = step.state {
        walk(from: next, text: spelled, finals: last, group: group, harmony, opening, &result)
      } else if let cell = step.cell {
        let isVowel = spelled.first.map { vowels.contains($0) }
        if opening == .vowel && isVowel != true || opening == .consonant && isVowel == true { continue }
        result[spelled, default: []].insert(Cells(group: group, case: cell))
      }
    }
  }

  /// What a capital stands for after a letter of a final class; nil where the data does not say.
  private func resolve(_ capital: Unicode.Scalar, harmony: String, final: String) -> [Unicode.Scalar]? {
    guard var node = capitals[capital] else { return nil }
    for _ in 0..<4 {
      if let text = node.string { return Array(text.unicodeScalars) }
      guard let next = [harmony, final, "else"].lazy.compactMap({ node[$0] }).first else { return nil }
      node = next
    }
    return nil
  }
}
