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

  /// Classes of final letters as bits.
  private typealias Finals = UInt64

  /// Letters, and the classes of the last one; none where the classes of the letter before go on to hold.
  private struct Piece {
    var letters: [Unicode.Scalar]
    var finals: Finals
  }

  /// A letter of a suffix: itself, or what a capital stands for by harmony (rows) and final class (columns).
  private enum Letter {
    case plain(Piece)
    case capital([[Piece?]])
  }

  /// Words that inflect from a state of their own: the last ones of names of several words, or wherever they stand.
  private struct Head {
    var match: EndingPattern?
    var roles: WordLabels
    var always: EndingPattern?
    var start: String

    init(_ row: Node, sets: [String: LetterSet]) {
      match = row["match"]?.string.map { EndingPattern($0, sets: sets) }
      roles = WordLabels.listed(row["for"]?.strings) ?? []
      always = row["always"]?.string.map { EndingPattern($0, sets: sets) }
      start = row["start"]?.string ?? "start"
    }

    func fits(_ word: [Unicode.Scalar], _ role: WordRole) -> Bool {
      if always?.dropped(from: word) != nil { return true }
      return role.isPart && !roles.isDisjoint(with: role.labels) && match?.dropped(from: word) != nil
    }
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
  private let groups: [String]
  private let cases: [String]
  private let capitals: [Unicode.Scalar: Node]
  private let finals: [(name: String, letters: LetterSet)]
  private let otherFinal: String
  /// The number of the class of letters that `finals` does not have.
  private let otherFinalNumber: Int
  private let transparent: LetterSet
  private let vowels: LetterSet
  private let harmonies: [String]
  private let harmonyRules: [(pattern: EndingPattern, roles: WordLabels?, harmonies: [Int])]
  private let changes: [Change]
  private let heads: [Head]

  init?(_ locale: Locale, _ sets: [String: LetterSet]) {
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
    finals = (locale["names.finals"]?.entries ?? []).map { ($0.key.string ?? "", LetterSet($0.value.string ?? "")) }
    let other = locale["names.other-final"]?.string ?? ""
    otherFinal = other
    otherFinalNumber = finals.firstIndex { $0.name == other } ?? finals.count
    transparent = LetterSet(locale["names.transparent"]?.string ?? "")
    vowels = sets["vowel"] ?? LetterSet("")
    let harmonies = locale.strings("names.harmonies")
    self.harmonies = harmonies
    harmonyRules = (locale["names.harmony"]?.list ?? []).map { rule in
      let fitting = (rule["is"]?.string ?? "").split(separator: " ").compactMap { harmonies.firstIndex(of: String($0)) }
      return (
        EndingPattern(rule["match"]?.string ?? "", sets: sets), WordLabels.listed(rule["for"]?.strings), fitting
      )
    }
    changes = (locale["names.stems"]?.list ?? []).map { row in
      Change(
        pattern: EndingPattern(row["match"]?.string ?? "", sets: sets),
        then: Array((row["then"]?.string ?? "").unicodeScalars),
        isBeforeVowel: row["before"]?.string == "vowel", isOptional: row["optional"]?.bool ?? false)
    }
    heads = (locale["names.heads"]?.list ?? []).map { Head($0, sets: sets) }
    compile(states)
  }

  /// Resolves every capital and numbers every state once: a graph is walked for each kind of stem.
  private mutating func compile(_ states: [String: [(suffix: [Unicode.Scalar], next: String)]]) {
    let names = states.keys.sorted()
    for (index, name) in names.enumerated() { stateNumbers[name] = index }
    stateGroups = names.map { name in groups.firstIndex(of: name).map { 1 << $0 } ?? 0 }
    var table: [Unicode.Scalar: Letter] = [:]
    for capital in capitals.keys {
      table[capital] = .capital(
        harmonies.map { harmony in
          (finals.map(\.name) + [otherFinal]).map { final in
            resolve(capital, harmony: harmony, final: final).map { letters in
              Piece(letters: letters, finals: letters.last.map { finals(of: $0) } ?? 0)
            }
          }
        })
    }
    steps = names.map { name in
      (states[name] ?? []).map { suffix, next in
        Step(
          letters: suffix.map { table[$0] ?? plain($0) }, state: stateNumbers[next], cell: cases.firstIndex(of: next))
      }
    }
  }

  private func plain(_ letter: Unicode.Scalar) -> Letter {
    .plain(Piece(letters: [letter], finals: transparent.contains(letter) ? 0 : finals(of: letter)))
  }

  /// The classes of a letter; one more class holds all letters that have none.
  private func finals(of letter: Unicode.Scalar) -> Finals {
    var result: Finals = 0
    for (index, final) in finals.enumerated() where final.letters.contains(letter) { result |= 1 << Finals(index) }
    return result == 0 ? 1 << Finals(finals.count) : result
  }

  /// The stems of a word, each with the key of the endings that hang on it.
  func stems(
    of word: [Unicode.Scalar], role: WordRole, alphabet: LetterSet, joins: [String]
  ) -> [(stem: [Unicode.Scalar], key: Inflection.SuffixKey)] {
    let lower = lowercase(word)
    let isForeign = lower.last.map { !alphabet.contains($0) } ?? true
    if !joins.isEmpty, role.isAbbreviation || isForeign {
      // How it is read decides, and the letters do not tell: every suffix is right.
      let start = stateNumbers["start"] ?? 0
      return harmonies.indices.flatMap { harmony in
        (Array(finals.indices) + [otherFinalNumber]).flatMap { final in
          joins.map {
            (word, Inflection.SuffixKey(harmony: harmony, final: final, start: start, opening: .any, prefix: $0))
          }
        }
      }
    }
    let start = stateNumbers[heads.first { $0.fits(lower, role) }?.start ?? "start"] ?? 0
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

  private func harmony(of word: [Unicode.Scalar], _ role: WordRole) -> [Int] {
    if let harmony = role.harmony { return harmonies.firstIndex(of: harmony).map { [$0] } ?? Array(harmonies.indices) }
    let rule = harmonyRules.first { rule in
      (rule.roles.map { !$0.isDisjoint(with: role.labels) } ?? true) && rule.pattern.dropped(from: word) != nil
    }
    let fitting = rule?.harmonies ?? []
    return fitting.isEmpty ? Array(harmonies.indices) : fitting
  }

  private func finalClasses(of word: [Unicode.Scalar]) -> [Int] {
    guard let last = word.last(where: { !transparent.contains($0) }) else { return [otherFinalNumber] }
    let found = finals.indices.filter { finals[$0].letters.contains(last) }
    return found.isEmpty ? [otherFinalNumber] : found
  }

  /// Every suffix of a key with its cells.
  func endings(_ key: Inflection.SuffixKey) -> EndingSet {
    guard steps.indices.contains(key.start) else { return EndingSet() }
    var walk = Walk(harmony: key.harmony, opening: key.opening, prefix: Array(key.prefix.unicodeScalars))
    follow(key.start, finals: 1 << Finals(key.final), group: 0, &walk)
    return walk.endings
  }

  /// The suffixes of every kind of stem.
  func everyEnding() -> [EndingSet] {
    harmonies.indices.flatMap { harmony in
      (Array(finals.indices) + [otherFinalNumber]).flatMap { final in
        Set((["start"] + heads.map(\.start)).compactMap { stateNumbers[$0] }).map { start in
          endings(Inflection.SuffixKey(harmony: harmony, final: final, start: start, opening: .any, prefix: ""))
        }
      }
    }
  }

  /// A way through the graph: the suffixes so far, and the endings that were reached.
  private struct Walk {
    var harmony: Int
    var opening: Inflection.Opening
    var prefix: [Unicode.Scalar]
    var text: [Unicode.Scalar] = []
    var endings = EndingSet()
  }

  private func follow(_ state: Int, finals before: Finals, group: Int, _ walk: inout Walk) {
    let group = group | stateGroups[state]
    let length = walk.text.count
    for step in steps[state] {
      var last = before
      for letter in step.letters {
        let piece: Piece
        switch letter {
        case .plain(let own): piece = own
        case .capital(let rows):
          // Of several classes of the letter before, the first that the data names decides.
          let row = rows[walk.harmony]
          guard let own = row.indices.lazy.filter({ last >> Finals($0) & 1 != 0 }).compactMap({ row[$0] }).first else {
            continue
          }
          piece = own
        }
        walk.text += piece.letters
        if piece.finals != 0 { last = piece.finals }
      }
      if let next = step.state {
        follow(next, finals: last, group: group, &walk)
      } else if let cell = step.cell {
        reach(Cells(group: group, case: cell), &walk)
      }
      walk.text.removeLast(walk.text.count - length)
    }
  }

  /// Takes up what the suffixes so far have come to.
  private func reach(_ cells: Cells, _ walk: inout Walk) {
    let isVowel = walk.text.first.map { vowels.contains($0) }
    if walk.opening == .vowel && isVowel != true || walk.opening == .consonant && isVowel == true { return }
    walk.endings.insert(walk.text.isEmpty ? [] : walk.prefix + walk.text, cells)
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
