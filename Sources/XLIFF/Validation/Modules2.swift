extension ElementRule {
  /// The modules of XLIFF 2.x that are elements (OASIS Standard 2.1, 5).
  static let modules2: [String: ElementRule] = [
    "mtc:matches": ElementRule(children: [.some("mtc:match")], clause: "2.1 5.1.4.1 matches"),
    "mtc:match": ElementRule(
      children: [
        .optional("mda:metadata"), .optional("originalData"), .one("source"), .one("target"), .any(extensionName),
      ],
      attributes: [
        "id": .nmtoken, "ref": .text, "matchQuality": percentage, "matchSuitability": percentage,
        "similarity": percentage, "origin": .text, "reference": .yesNo,
        "type": .oneOf(["am", "mt", "icm", "idm", "tb", "tm", "other"]), "subType": .oneOrUserDefined([]),
      ],
      required: ["ref"], foreignAttributes: .any, clause: "2.1 5.1.4.2 match"),
    "gls:glossary": ElementRule(children: [.some("gls:glossEntry")], clause: "2.1 5.2.4.1 glossary"),
    "gls:glossEntry": ElementRule(
      children: [
        .one("gls:term"), .any("gls:translation"), .optional("gls:definition"), .any("mda:metadata", extensionName),
      ],
      needs: ["gls:translation", "gls:definition"],
      attributes: ["id": .nmtoken, "ref": .text], foreignAttributes: .any, clause: "2.1 5.2.4.2 glossEntry"),
    "gls:term": ElementRule(attributes: ["source": .text], foreignAttributes: .any, clause: "2.1 5.2.4.3 term"),
    "gls:translation": ElementRule(
      attributes: ["id": .nmtoken, "ref": .text, "source": .text], foreignAttributes: .any,
      clause: "2.1 5.2.4.4 translation"),
    "gls:definition": ElementRule(
      attributes: ["source": .text], foreignAttributes: .any, clause: "2.1 5.2.4.5 definition"),
    "mda:metadata": ElementRule(
      children: [.some("mda:metaGroup")], attributes: ["id": .nmtoken], clause: "2.1 5.4.4.1 metadata"),
    "mda:metaGroup": ElementRule(
      children: [.some("mda:metaGroup", "mda:meta")],
      attributes: ["id": .nmtoken, "category": .text, "appliesTo": .oneOf(["source", "target", "ignorable"])],
      clause: "2.1 5.4.4.2 metaGroup"),
    "mda:meta": ElementRule(attributes: ["type": .text], required: ["type"], clause: "2.1 5.4.4.3 meta"),
    "res:resourceData": ElementRule(
      children: [.any("res:resourceItemRef"), .any("res:resourceItem")], clause: "2.1 5.5.4.1 resourceData"),
    "res:resourceItemRef": ElementRule(
      attributes: ["id": .nmtoken, "ref": .nmtoken], required: ["ref"], foreignAttributes: .any,
      clause: "2.1 5.5.4.2 resourceItemRef"),
    "res:resourceItem": ElementRule(
      children: [.optional("res:source"), .optional("res:target"), .any("res:reference")],
      attributes: ["id": .nmtoken, "mimeType": .text, "context": .yesNo], foreignAttributes: .any,
      clause: "2.1 5.5.4.3 resourceItem"),
    "res:source": resource("source", clause: "2.1 5.5.4.4 source"),
    "res:target": resource("target", clause: "2.1 5.5.4.5 target"),
    "res:reference": ElementRule(
      attributes: ["href": .text, "xml:lang": .language], required: ["href"], foreignAttributes: .any,
      clause: "2.1 5.5.4.6 reference"),
    "slr:profiles": ElementRule(
      children: [.optional("slr:normalization"), .any(extensionName)],
      attributes: ["generalProfile": .text, "storageProfile": .text], clause: "2.1 5.7.6.1 profiles"),
    "slr:normalization": ElementRule(
      attributes: ["general": normalization, "storage": normalization], clause: "2.1 5.7.6.2 normalization"),
    "slr:data": ElementRule(
      children: [.any(extensionName)], attributes: ["profile": .text], required: ["profile"], foreignAttributes: .any,
      clause: "2.1 5.7.6.3 data"),
    "val:validation": ElementRule(
      children: [.some("val:rule")], foreignAttributes: .any, clause: "2.1 5.8.4.1 validation"),
    "val:rule": ElementRule(
      attributes: [
        "isPresent": .text, "isNotPresent": .text, "startsWith": .text, "endsWith": .text,
        "occurs": .positive(upTo: .max), "existsInSource": .yesNo, "caseSensitive": .yesNo, "disabled": .yesNo,
        "normalization": normalization,
      ],
      foreignAttributes: .any, clause: "2.1 5.8.4.2 rule"),
  ]

  /// The attributes of modules, wherever they stand.
  static let moduleAttributes2: [String: ValueType] = [
    "fs:fs": .oneOf(formatNames), "fs:subFs": .text, "slr:sizeInfo": .text, "slr:sizeInfoRef": .nmtoken,
    "slr:sizeRestriction": .text, "slr:storageRestriction": .text, "slr:equivStorage": .text,
    "its:version": .oneOf(["2.0"]), "its:localeFilterType": .oneOf(["include", "exclude"]),
    "its:locQualityIssueType": .oneOf(issueTypes), "its:locQualityIssueSeverity": percentage,
    "its:locQualityIssueEnabled": .yesNo, "its:locQualityRatingScore": percentage,
    "its:locQualityRatingScoreThreshold": percentage, "its:mtConfidence": share, "its:taConfidence": share,
    "its:termConfidence": share,
  ]

  /// Change tracking, which is a module of 2.0 alone (OASIS Standard 2.0, 5.6).
  static let changeTracking: [String: ElementRule] = [
    "ctr:changeTrack": ElementRule(children: [.some("ctr:revisions")], clause: "2.0 5.6.4.1 changeTrack"),
    "ctr:revisions": ElementRule(
      children: [.some("ctr:revision")],
      attributes: ["appliesTo": .nmtoken, "ref": .nmtoken, "currentVersion": .nmtoken], required: ["appliesTo"],
      foreignAttributes: .any, clause: "2.0 5.6.4.2 revisions"),
    "ctr:revision": ElementRule(
      children: [.some("ctr:item")], attributes: ["author": .text, "datetime": .text, "version": .nmtoken],
      foreignAttributes: .any, clause: "2.0 5.6.4.3 revision"),
    "ctr:item": ElementRule(
      attributes: ["property": .text], required: ["property"], foreignAttributes: .any, clause: "2.0 5.6.4.4 item"),
  ]

  /// The kinds of defects that ITS 2.0 knows (its Appendix C).
  private static let issueTypes = """
    terminology mistranslation omission untranslated addition duplication inconsistency grammar legal register \
    locale-specific-content locale-violation style characters misspelling typographical formatting \
    inconsistent-entities numbers markup pattern-problem whitespace internationalization length non-conformance \
    uncategorized other
    """.split(separator: " ").map(String.init)

  /// The elements of HTML that the Format Style module names (5.3.2.1).
  private static let formatNames = """
    a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em h1 h2 h3 h4 h5 h6 \
    head hr html i img label legend li ol p pre q s samp select small span strike strong sub sup table tbody td tfoot \
    th thead title tr tt u ul
    """.split(separator: " ").map(String.init)
  private static let percentage = ValueType.decimal(upTo: 100)
  private static let share = ValueType.decimal(upTo: 1)
  private static let normalization = ValueType.oneOf(["none", "nfc", "nfd"])

  private static func resource(_ name: String, clause: String) -> ElementRule {
    ElementRule(
      children: [.any(extensionName)], attributes: ["href": .text, "xml:lang": .language], foreignAttributes: .any,
      clause: clause)
  }
}
