import Locales
import Terminology
import Units

/// The checks of names, for whatever languages an article is in.
///
/// Without a glossary there is nothing to check; the rules are there all the same, for lists and pages.
struct Terms: Check {
  private let scope: TermCheck.Scope
  private let matchers: TermMatchers?
  private let surroundings = PerLocale { PlaceSurroundings($0) }
  private let adjectives = PerLocale { PlaceAdjectives($0) }

  var rules: [Rule] { TermCheck.allRules }

  init(_ matchers: TermMatchers?, scope: TermCheck.Scope) {
    self.scope = scope
    self.matchers = matchers
  }

  func check(_ bitext: Bitext, report: (Finding) -> Void) {
    guard let matchers else { return }
    let check = TermCheck(
      source: matchers[bitext.sourceLocale], target: matchers[bitext.targetLocale], scope: scope,
      surroundings: surroundings[bitext.sourceLocale], adjectives: adjectives[bitext.targetLocale])
    check.check(bitext, report: report)
  }
}
