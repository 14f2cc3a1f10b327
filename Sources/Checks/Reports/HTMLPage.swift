/// What stands around the rows of a report's page: styles, filters, and the script that filters.
enum HTMLPage {
  /// Everything before the first document.
  static func head(title: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
    <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" \
    content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'" />
    <title>\(Markup.escaped(title))</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    <header>
    <h1>\(Markup.escaped(title))</h1>
    <form id="filters" hidden="hidden">
    <label>Severity <select name="severity"><option value="">all</option></select></label>
    <label>Rule <select name="rule"><option value="">all</option></select></label>
    <label>File <select name="file"><option value="">all</option></select></label>
    <label>Language <select name="language"><option value="">all</option></select></label>
    <output id="count" aria-live="polite"></output>
    </form>
    </header>
    <main>

    """
  }

  /// Everything behind the last document.
  static func foot(summary: String) -> String {
    """
    </main>
    <footer><p>\(Markup.escaped(summary))</p></footer>
    <script>
    \(script)
    </script>
    </body>
    </html>

    """
  }

  private static let style = """
    :root { color-scheme: light dark; --text: #1b1b1f; --page: #fff; --line: #c9c9d1; --mark: #ffe08a;
      --error: #b3001b; --warning: #7a4b00; --note: #1f4fa3; }
    @media (prefers-color-scheme: dark) { :root { --text: #e8e8ee; --page: #16161a; --line: #44444e; --mark: #6b5200;
      --error: #ff8f9b; --warning: #f0b95c; --note: #93b8ff; } }
    body { margin: 0 auto; max-width: 72rem; padding: 1rem; color: var(--text); background: var(--page);
      font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
    form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; }
    form[hidden], [hidden] { display: none; }
    label { display: grid; grid-template-columns: minmax(0, 18rem); font-size: .875rem; max-width: 100%; }
    select { font: inherit; padding: .25rem; }
    select:focus-visible { outline: 3px solid var(--note); }
    article { border: 1px solid var(--line); border-inline-start: .375rem solid var(--line); border-radius: .25rem;
      margin: 0 0 .75rem; padding: .5rem .75rem; }
    article.error { border-inline-start-color: var(--error); }
    article.warning { border-inline-start-color: var(--warning); }
    article.note { border-inline-start-color: var(--note); }
    h2 { font-size: 1.125rem; } h3 { font-size: .875rem; font-weight: normal; margin: 0; }
    .texts { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; }
    .texts p { margin: .25rem 0; white-space: pre-wrap; }
    mark { color: inherit; background: var(--mark); outline: 1px solid currentColor; }
    ul { list-style: none; margin: .25rem 0 0; padding: 0; }
    li b { text-transform: capitalize; }
    li.error b { color: var(--error); } li.warning b { color: var(--warning); } li.note b { color: var(--note); }
    @media (max-width: 40rem) { .texts { grid-template-columns: 1fr; } }
    @media print { form { display: none; } }
    """

  /// No character in it is one of XML's markup.
  private static let script = """
    "use strict";
    const form = document.getElementById("filters");
    const rows = Array.from(document.querySelectorAll("article"));
    const values = {
      severity: row => [row.className], rule: row => row.dataset.rules.split(" "),
      file: row => [row.dataset.file], language: row => [row.dataset.language]
    };
    for (const name of Object.keys(values)) {
      const found = new Set(rows.flatMap(values[name]));
      found.delete("");
      for (const value of Array.from(found).sort()) form.elements[name].add(new Option(value, value));
    }
    function filter() {
      let shown = 0;
      for (const row of rows) {
        row.hidden = !Object.keys(values).every(name => {
          const wanted = form.elements[name].value;
          return wanted === "" || values[name](row).includes(wanted);
        });
        if (!row.hidden) shown += 1;
      }
      for (const section of document.querySelectorAll("section"))
        section.hidden = section.querySelector("article:not([hidden])") === null;
      document.getElementById("count").textContent = shown + " of " + rows.length + " segments shown";
    }
    form.addEventListener("change", filter);
    form.addEventListener("submit", event => event.preventDefault());
    form.hidden = false;
    filter();
    """
}
