internal import Units

extension TermMatcher {
  /// A word of a name in a text.
  struct Hit {
    var word: Int32
    var end: Int
    var cells: Cells
  }

  /// A whole name in a text.
  struct Candidate {
    var pattern: Int32
    var end: Int
    var cells: Cells
  }

  /// The end of the longest name at `start`, or `start` where there is none.
  ///
  /// Its matches are appended; `node` is the one after its first letter.
  func longest(
    from start: Int, _ node: Int, _ folded: Alphabet.Folded, _ result: inout [TermMatch]
  ) -> Int {
    let found = candidates(from: start, node, folded)
    guard let end = found.lazy.map(\.end).max() else { return start }
    var matches: [TermMatch] = []
    for item in found where item.end == end {
      let pattern = lexicon.patterns[Int(item.pattern)]
      let low = pattern.extent == .surname ? initials(before: start, pattern, folded) : start
      matches.append(
        TermMatch(
          concept: Int(pattern.concept), range: TextRange(bytes: Int(folded.starts[low])..<Int(folded.starts[end])),
          status: pattern.status, extent: pattern.extent, term: pattern.text, cells: item.cells))
    }
    if matches.count > 1 { matches = Self.merged(matches) }
    result += matches
    return end
  }

  /// Every name that stands at `start`, in every length.
  func candidates(from start: Int, _ node: Int, _ folded: Alphabet.Folded) -> [Candidate] {
    var found: [Candidate] = []
    for hit in hits(from: start, node, folded) {
      follow(lexicon.places(startingWith: hit.word), 1, hit, folded, &found)
    }
    return found
  }

  /// One match for each concept: that of its best name, which may stand in the cells of all such matches.
  private static func merged(_ matches: [TermMatch]) -> [TermMatch] {
    let order = matches.enumerated().sorted { left, right in
      (left.element.concept, -left.element.status.rawValue, left.offset)
        < (right.element.concept, -right.element.status.rawValue, right.offset)
    }
    var result: [TermMatch] = []
    for (_, match) in order {
      guard let last = result.last, last.concept == match.concept else {
        result.append(match)
        continue
      }
      if last.status == match.status { result[result.count - 1].cells.formUnion(match.cells) }
    }
    return result
  }

  /// Every word of a name that stands at `start`, in every length.
  func hits(from start: Int, _ first: Int, _ folded: Alphabet.Folded) -> [Hit] {
    var result: [Hit] = []
    var node = first
    var at = start + 1
    while true {
      var stem = trie.values[node]
      while stem >= 0 {
        let record = lexicon.stems[Int(stem)]
        walkEndings(record, start, at, folded, &result)
        stem = record.next
      }
      guard at < folded.symbols.count else { break }
      node = trie.step(node, folded.symbols[at] & Alphabet.number)
      if node < 0 { break }
      at += 1
    }
    return result
  }

  private func walkEndings(
    _ stem: Lexicon.StemRecord, _ start: Int, _ stemEnd: Int, _ folded: Alphabet.Folded, _ result: inout [Hit]
  ) {
    let allowed = lexicon.allowed(stem)
    var node = Int(endingRoots[Int(stem.endings)])
    var at = stemEnd
    while true {
      let value = trie.values[node]
      if value >= 0, isBoundary(at, folded) {
        var cells = endingCells[Int(value)].intersection(allowed)
        let word = lexicon.words[Int(stem.word)]
        let isSmall = folded.symbols[start] & Alphabet.isUpper == 0 && word.hasSmallDerivations
        if isSmall { cells.formIntersection(inflection.smallCells) }
        if !cells.isEmpty, hasRightCapitals(word, start, stemEnd, at, folded, isSmall: isSmall) {
          result.append(Hit(word: stem.word, end: at, cells: cells))
          if let end = afterQuotation(at, Int(endingRoots[Int(stem.endings)]), folded) {
            result.append(Hit(word: stem.word, end: end.end, cells: end.cells.intersection(allowed)))
          }
        }
      }
      guard at < folded.symbols.count else { return }
      let next = trie.step(node, folded.symbols[at] & Alphabet.number)
      if next < 0 { return }
      node = next
      at += 1
    }
  }

  func isBoundary(_ at: Int, _ folded: Alphabet.Folded) -> Bool {
    guard spaces, at < folded.symbols.count else { return true }
    if folded.symbols[at] & Alphabet.isWord == 0 { return joints.isEmpty || !isJoined(at, folded) }
    return folded.symbols[at - 1] & Alphabet.isWord == 0
  }

  /// Whether a mark stands at `at` that joins the word before it with the letters after it.
  private func isJoined(_ at: Int, _ folded: Alphabet.Folded) -> Bool {
    at + 1 < folded.symbols.count && folded.symbols[at + 1] & Alphabet.isWord != 0
      && joints.contains(folded.symbols[at] & Alphabet.number)
  }

  /// The end of a suffix that stands after the closing quotation mark of a name: «…»-тің.
  private func afterQuotation(_ at: Int, _ root: Int, _ folded: Alphabet.Folded) -> (end: Int, cells: Cells)? {
    guard let join = quotationJoin, at + 1 < folded.symbols.count,
      folded.symbols[at] & Alphabet.isSeparator != 0, folded.symbols[at] & Alphabet.number == 0
    else { return nil }
    var begin = at + 1
    let symbols = folded.symbols[begin...].prefix(join.count).map { $0 & Alphabet.number }
    if symbols == join.map({ $0 & Alphabet.number }) { begin += join.count }
    var node = root
    var best: (end: Int, cells: Cells)?
    var index = begin
    while index < folded.symbols.count {
      let next = trie.step(node, folded.symbols[index] & Alphabet.number)
      if next < 0 { break }
      node = next
      index += 1
      if trie.values[node] >= 0, isBoundary(index, folded) {
        best = (index, endingCells[Int(trie.values[node])])
      }
    }
    return best
  }

  /// As written, or wholly in capitals, or a word in lower case with a capital first.
  private func hasRightCapitals(
    _ word: Lexicon.Word, _ start: Int, _ stemEnd: Int, _ end: Int, _ folded: Alphabet.Folded, isSmall: Bool
  ) -> Bool {
    if word.isCaseless { return true }
    let capitals = isSmall ? word.capitals & ~1 : word.capitals
    var isSame = true
    for index in start..<end {
      let isUpper = folded.symbols[index] & Alphabet.isUpper != 0
      let offset = index - start
      let wanted = index < stemEnd && offset < 64 && capitals >> UInt64(offset) & 1 != 0
      if isUpper != wanted, offset > 0 || wanted || !isUpper { isSame = false }
      if offset == 0, isUpper, !wanted, !isFirstCapitalRight(word) { isSame = false }
    }
    if isSame { return true }
    if word.isCaseExact { return false }
    var letters = 0
    for index in start..<end {
      // A suffix that a mark sets apart may be small: ANKARA'da.
      if index >= stemEnd, joints.contains(folded.symbols[index] & Alphabet.number) { break }
      if folded.symbols[index] & Alphabet.isWord == 0 { continue }
      guard folded.symbols[index] & Alphabet.isUpper != 0 else { return false }
      letters += 1
    }
    return letters > 1
  }

  private func isFirstCapitalRight(_ word: Lexicon.Word) -> Bool { !word.isCaseExact && word.capitals == 0 }

  /// Looks for the rest of the names at `places`, whose first words, `position` of them, end with a hit.
  private func follow(
    _ places: Range<Int>, _ position: Int, _ hit: Hit, _ folded: Alphabet.Folded, _ found: inout [Candidate]
  ) {
    var low = places.lowerBound
    while low < places.upperBound, lexicon.patterns[Int(lexicon.pattern(at: low))].count == position {
      found.append(Candidate(pattern: lexicon.pattern(at: low), end: hit.end, cells: hit.cells))
      low += 1
    }
    guard low < places.upperBound else { return }
    for isHyphenated in [false, true] {
      guard let start = nextWord(after: hit.end, hyphen: isHyphenated, folded) else { continue }
      let node = firstNode(of: folded.symbols[start])
      guard node >= 0 else { continue }
      for var next in hits(from: start, node, folded) {
        next.cells.formIntersection(hit.cells)
        let part = Lexicon.Part(word: next.word, isHyphenated: isHyphenated)
        let rest = lexicon.places(in: low..<places.upperBound, with: part, at: position)
        if !rest.isEmpty, !next.cells.isEmpty { follow(rest, position + 1, next, folded, &found) }
      }
    }
  }

  /// Where the next word of a name begins: after spaces, quotation marks and dashes, or after one hyphen.
  func nextWord(after end: Int, hyphen: Bool, _ folded: Alphabet.Folded) -> Int? {
    var at = end
    let count = folded.symbols.count
    if hyphen {
      guard at + 1 < count, folded.symbols[at] & Alphabet.isWord == 0,
        folded.symbols[at] & Alphabet.isSeparator == 0
      else { return nil }
      at += 1
    } else {
      while at < count, folded.symbols[at] & Alphabet.isSeparator != 0 { at += 1 }
      guard at > end, at < count else { return nil }
    }
    return folded.symbols[at] & Alphabet.isWord != 0 ? at : nil
  }

  /// Where a surname begins that initials stand before.
  private func initials(before start: Int, _ pattern: Lexicon.Pattern, _ folded: Alphabet.Folded) -> Int {
    var at = start - 1
    while at >= 0, folded.symbols[at] == 1 | Alphabet.isSeparator { at -= 1 }
    guard at >= 1, folded.symbols[at] & (Alphabet.isWord | Alphabet.isSeparator) == 0, pattern.initial != 0,
      folded.symbols[at - 1] & Alphabet.isUpper != 0,
      folded.symbols[at - 1] & Alphabet.number == pattern.initial,
      at == 1 || folded.symbols[at - 2] & Alphabet.isWord == 0
    else { return start }
    return at - 1
  }
}
