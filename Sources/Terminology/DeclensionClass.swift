internal import YAML

/// A row of a declension table: which words it is for, and their endings by gender, number and case.
struct DeclensionClass: Sendable {
  struct Key: Hashable {
    var name: String
    var isAnimate: Bool
    var isWhole: Bool
  }

  static let groups = ["masculine", "feminine", "neuter", "plural"]

  let name: String
  /// The words that it is for; nil is every one.
  let roles: WordLabels?
  let pattern: EndingPattern
  /// What the stem takes before an ending.
  let then: String
  /// Agrees with a noun after it, so all its genders belong to one word.
  let isAdjective: Bool
  /// The cells of each group, nil for a group that the class does not have.
  private let rows: [[String]?]

  init(_ name: String, _ node: Node, _ sets: [String: LetterSet]) {
    self.name = name
    roles = WordLabels.listed(node["for"]?.strings)
    pattern = EndingPattern(node["match"]?.string ?? "", sets: sets)
    then = node["then"]?.string ?? ""
    isAdjective = node["adjective"]?.bool ?? false
    let every = node["all"]?.string
    rows = Self.groups.map { group in
      (node[group]?.string ?? every)?.split(separator: " ").map(String.init)
    }
  }

  /// Whether a word in this role may belong to the class.
  func fits(_ role: WordRole) -> Bool {
    if let inflect = role.inflect { return inflect == name }
    return roles.map { !$0.isDisjoint(with: role.labels) } ?? true
  }

  /// The cells that a word may stand in: those of its gender and number, or else of the groups whose first case the
  /// word as it is written is.
  func allowed(_ role: WordRole, word: [Unicode.Scalar], dropped: Int) -> Cells {
    let ending = String(letters: word.suffix(dropped))
    var result: Cells = []
    // Women's names stay as they are on a consonant; a thing's name does so only where nothing else fits.
    var unchanging: Cells = []
    let isPerson = role.labels.contains(.person)
    let isCommon = role.labels.contains(.common) || role.labels.isDisjoint(with: [.person, .place])
    for (group, row) in rows.enumerated() {
      guard let row, let first = row.first else { continue }
      let isLemma = first.split(separator: "/").contains { option in
        option.hasPrefix("=") ? option == "=" || option == "=-" : option == ending || (option == "-" && dropped == 0)
      }
      switch group {
      case 3:
        let wanted = role.number.map { $0 != .singular } ?? (isLemma || isCommon || (isAdjective && role.isPart))
        if wanted { result.insert(.group(group)) }
      default:
        if role.number == .plural, !isAdjective { continue }
        if let gender = role.gender, !role.isPart || isPerson {
          if gender.rawValue == Self.groups[group] { result.insert(.group(group)) }
        } else if isLemma || (isAdjective && !isPerson) {
          if !isPerson, !role.isPart, Set(row).count == 1 {
            unchanging.insert(.group(group))
          } else {
            result.insert(.group(group))
          }
        }
      }
    }
    return result.isEmpty ? unchanging : result
  }

  /// The endings on the stem, or those that hang on the whole word (`=`), with their cells.
  func endings(animate: Bool, onWholeWord: Bool) -> EndingSet {
    var result = EndingSet()
    for (group, row) in rows.enumerated() {
      guard let row else { continue }
      for (index, cell) in row.enumerated() {
        // Where the accusative is another case's form, which one depends on whether the name is of a living being.
        let source = cell == "*" ? row[animate ? min(1, row.count - 1) : 0] : cell
        for option in source.split(separator: "/") where option != "~" {
          guard option.hasPrefix("=") == onWholeWord else { continue }
          let text = option.drop { $0 == "=" }
          result.insert(text == "-" ? [] : Array(text.unicodeScalars), Cells(group: group, case: index))
        }
      }
    }
    return result
  }

  /// Its endings on the stem, of living beings and of things.
  var everyEnding: [EndingSet] {
    [true, false].map { endings(animate: $0, onWholeWord: false) }
  }
}
