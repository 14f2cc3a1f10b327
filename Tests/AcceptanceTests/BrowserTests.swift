import Foundation
import TestSupport
import Testing

private let browser = ["chromium", "chromium-browser", "google-chrome"]
  .first { FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)") }

/// The page of `--report html` as a browser shows it, at the widths of a phone, a tablet and a desk.
@Suite(.enabled(if: browser != nil, "no Chromium is installed"))
struct BrowserTests {
  /// What the page says of itself once its scripts have run.
  private struct Page: Decodable {
    var width: Int
    var scrollWidth: Int
    var shownAtFirst: Int
    var shownErrors: Int
    var said: String
    var unlabelled: Int
    /// The least contrast of text on what is behind it (WCAG 2.2).
    var contrast: Double
  }

  /// Runs behind the page's own script, and leaves what it saw in the document.
  private static let probe = """
    <script>
    const probe = {};
    const color = text => text.match(/[0-9.]+/g).map(Number);
    const luminance = rgb => rgb.slice(0, 3).map(part => part / 255)
      .map(part => part > 0.04045 ? Math.pow((part + 0.055) / 1.055, 2.4) : part / 12.92)
      .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
    function background(element) {
      for (let at = element; at; at = at.parentElement) {
        const found = color(getComputedStyle(at).backgroundColor);
        if (found.length === 3) return found;
      }
      return [255, 255, 255];
    }
    function contrast(element) {
      const pair = [luminance(color(getComputedStyle(element).color)), luminance(background(element))].sort((a, b) => b - a);
      return (pair[0] + 0.05) / (pair[1] + 0.05);
    }
    const shown = () => document.querySelectorAll("article:not([hidden])").length;
    probe.width = document.documentElement.clientWidth;
    probe.scrollWidth = document.documentElement.scrollWidth;
    probe.shownAtFirst = shown();
    probe.contrast = Math.min(...Array.from(document.querySelectorAll("h1, h2, article p, mark, li b")).map(contrast));
    probe.unlabelled = Array.from(form.querySelectorAll("select")).filter(select => select.labels.length !== 1).length;
    form.elements.severity.value = "error";
    form.elements.severity.dispatchEvent(new Event("change", {bubbles: true}));
    probe.shownErrors = shown();
    probe.said = document.getElementById("count").textContent;
    document.documentElement.setAttribute("data-probe", btoa(unescape(encodeURIComponent(JSON.stringify(probe)))));
    </script>
    """

  private func page(width: Int, dark: Bool) throws -> Page {
    let workspace = try Workspace()
    let name = "translations/ru/\(String(repeating: "a-long-name-of-an-article-", count: 8)).ru.xlf"
    let text = """
      <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
      <file original="steel.txt" source-language="en" target-language="ru" datatype="plaintext"><body>
      <trans-unit id="p1"><source>It made 2,200 tons.</source><target>Выпущено 2300 тонн.</target></trans-unit>
      <trans-unit id="p2"><source>It was sold.</source><target>Она  продана.</target></trans-unit>
      <trans-unit id="p3"><source>See \(String(repeating: "long", count: 80)).</source><target/></trans-unit>
      </body></file></xliff>
      """
    try workspace.write(Array(text.utf8), name)
    let result = try Tool.run(
      ["check", name, "--report", "html", "-o", "page.html", "--fail-on", "never"], in: workspace.path)
    #expect(result.status == 0, "\(result.errors)")
    let html = String(decoding: try #require(workspace.read("page.html")), as: UTF8.self)
    let probed = try workspace.write(
      Array(html.replacing("</body>", with: Self.probe + "</body>").utf8), "probed.html")
    let dump = try #require(
      try Tool.other(
        browser ?? "",
        [
          "--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(workspace("profile"))",
          "--window-size=\(width),900", "--blink-settings=preferredColorScheme=\(dark ? 0 : 1)", "--dump-dom",
          "file://\(probed)",
        ]))
    let found = try #require(
      dump.output.firstMatch(of: /data-probe="([^"]+)"/), "the page's script did not run: \(dump.errors)")
    return try JSONDecoder().decode(Page.self, from: try #require(Data(base64Encoded: String(found.1))))
  }

  @Test(arguments: [360, 800, 1400], [false, true])
  func theReportIsReadableAndFilters(width: Int, dark: Bool) throws {
    let page = try page(width: width, dark: dark)
    #expect(page.scrollWidth <= page.width, "wider than a window of \(width) pixels")
    #expect(page.contrast >= 4.5, "text that is hard to read")
    #expect(page.unlabelled == 0)
    #expect(page.shownAtFirst == 3)
    #expect(page.shownErrors == 2)
    #expect(page.said == "2 of 3 segments shown")
  }
}
