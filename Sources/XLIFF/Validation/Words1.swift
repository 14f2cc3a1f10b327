/// The words of XLIFF 1.2's attributes (OASIS 1.2, 3.2); most may be added to with `x-`.
enum Words1 {
  static let state = words(
    """
    final needs-adaptation needs-l10n needs-review-adaptation needs-review-l10n needs-review-translation \
    needs-translation new signed-off translated
    """)
  static let stateQualifier = words(
    """
    exact-match fuzzy-match id-match leveraged-glossary leveraged-inherited leveraged-mt leveraged-repository \
    leveraged-tm mt-suggestion rejected-grammar rejected-inaccurate rejected-length rejected-spelling \
    tm-suggestion
    """)
  static let datatype = words(
    """
    asp c cdf cfm cpp csharp cstring csv database documentfooter documentheader filedialog form html htmlbody ini \
    interleaf javaclass javapropertyresourcebundle javalistresourcebundle javascript jscript layout lisp margin \
    menufile messagefile mif mimetype mo msglib pagefooter pageheader parameters pascal php plaintext po report \
    resources resx rtf sgml sgmldtd svg vbscript warning winres xhtml xml xmldtd xsl xul
    """)
  static let restype = words(
    """
    auto3state autocheckbox autoradiobutton bedit bitmap button caption cell checkbox checkboxmenuitem \
    checkedlistbox colorchooser combobox comboboxexitem comboboxitem component contextmenu ctext cursor \
    datetimepicker defpushbutton dialog dlginit edit file filechooser fn font footer frame grid groupbox header \
    heading hedit hscrollbar icon iedit keywords label linklabel list listbox listitem ltext menu menubar menuitem \
    menuseparator message monthcalendar numericupdown panel popupmenu pushbox pushbutton radio radiobuttonmenuitem \
    rcdata row rtext scrollpane separator shortcut spinner splitter state3 statusbar string tabcontrol table \
    textbox togglebutton toolbar tooltip trackbar tree uri userbutton usercontrol var versioninfo vscrollbar \
    window
    """)
  static let mtype = words(
    """
    abbrev abbreviated-form abbreviation acronym appellation collocation common-name datetime equation \
    expanded-form formula head-term initialism international-scientific-term internationalism logical-expression \
    materials-management-unit name near-synonym part-number phrase phraseological-unit protected romanized-form \
    seg set-phrase short-form sku standard-text symbol synonym synonymous-phrase term transcribed-form \
    transliterated-form truncated-term variant
    """)
  static let sizeUnit = words(
    """
    byte char col cm dlgunit em ex glyph in mm percent pixel point row
    """)
  static let contextType = words(
    """
    database element elementtitle linenumber numparams paramnotes record recordtitle sourcefile
    """)
  static let countType = words(
    """
    num-usages repetition total
    """)
  static let unit = words(
    """
    word page trans-unit bin-unit glyph item instance character line sentence paragraph segment placeable
    """)
  static let purpose = words(
    """
    information location match
    """)
  static let alttranstype = words(
    """
    proposal previous-version rejected reference accepted
    """)
  static let delimiter = words(
    """
    bold italic underlined link
    """)
  static let placeholder = words(
    """
    image pb lb
    """)

  private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
