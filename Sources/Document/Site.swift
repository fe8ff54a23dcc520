// A page as one of a site: with a menu, the other language, and a search that needs no network and works from a file.

/// What stands around every page of a site in one language.
public struct Site: Sendable {
    public struct Entry: Sendable {
        public var title: String
        public var file: String
        public init(_ title: String, _ file: String) { (self.title, self.file) = (title, file) }
    }
    public var title: String
    public var language: String
    public var menu: [Entry]
    public var words: Words
    /// The site's own version, at the foot.
    public var version: String

    public struct Words: Sendable {
        public var menu: String
        public var skip: String
        public var search: String
        public var hint: String
        public var nothing: String
        public var other: String
        public var otherCode: String
        public init(menu: String, skip: String, search: String, hint: String, nothing: String, other: String, otherCode: String) {
            (self.menu, self.skip, self.search, self.hint) = (menu, skip, search, hint)
            (self.nothing, self.other, self.otherCode) = (nothing, other, otherCode)
        }
    }

    public init(title: String, language: String, menu: [Entry], words: Words, version: String) {
        (self.title, self.language, self.menu, self.words, self.version) = (title, language, menu, words, version)
    }

    /// - Parameters:
    ///   - file: the page's path within its language's folder: `kinds.html`, `code/P004.html`.
    public func html(_ page: Page, file: String) -> String {
        let up = String(repeating: "../", count: file.split(separator: "/").count - 1)
        var pictures = 0
        let opening = page.opening.map { block($0, &pictures) }
        let sections = page.sections.enumerated().map { section($1, number: $0 + 1, &pictures) }
        let entries: [Markup] = page.sections.map { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>" }
        let contents: Markup = page.sections.count < 2 ? "" : "<nav class=\"contents\" aria-label=\"\(page.contents)\"><p>\(page.contents)</p><ol>\n\(entries)\n</ol></nav>"
        let items: [Markup] = menu.map { entry in
            let current: Markup = entry.file == file ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(up + entry.file)\"\(current)>\(entry.title)</a></li>"
        }
        let lead: Markup = page.lead.isEmpty ? "" : "<p class=\"lead\">\(spans(page.lead))</p>"
        let markup: Markup = """
            <!doctype html>
            <html lang="\(language)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(page.title) · \(title)</title>
            <link rel="stylesheet" href="\(up)../style.css">
            <link rel="alternate" hreflang="\(words.otherCode)" href="\(up)../\(words.otherCode)/\(file)">
            <script defer src="\(up)search.js" data-root="\(up)"></script>
            <script defer src="\(up)../site.js"></script>
            </head>
            <body class="site">
            <a class="skip" href="#main">\(words.skip)</a>
            <div class="bar">
            <a class="home" href="\(up)index.html">\(title)</a>
            <div class="search" role="search">
            <input id="search" type="search" placeholder="\(words.search)" aria-label="\(words.search)" aria-description="\(words.hint)" autocomplete="off" spellcheck="false"
              role="combobox" aria-expanded="false" aria-controls="found" aria-autocomplete="list" data-nothing="\(words.nothing)">
            <ul id="found" role="listbox" aria-label="\(words.search)" hidden></ul>
            </div>
            <a class="other" href="\(up)../\(words.otherCode)/\(file)" lang="\(words.otherCode)" hreflang="\(words.otherCode)">\(words.other)</a>
            </div>
            <div class="columns">
            <nav class="menu" aria-label="\(words.menu)"><details open><summary>\(words.menu)</summary><ul>
            \(items)
            </ul></details></nav>
            <div class="page">
            <header>
            <p class="kind">\(page.kind)</p>
            <h1>\(page.title)</h1>
            \(lead)
            \(facts(page.facts))
            </header>
            \(contents)
            <main id="main" tabindex="-1">
            <div class="opening">
            \(opening)
            </div>
            \(sections)
            </main>
            <footer><p>\(title) \(version)</p></footer>
            </div>
            </div>
            </body>
            </html>

            """
        return markup.source
    }

    /// The site's first page, which leads to a language.
    public static func front(title: String, languages: [(code: String, name: String)]) -> String {
        let items: [Markup] = languages.map { "<li><a href=\"\($0.code)/index.html\" lang=\"\($0.code)\" hreflang=\"\($0.code)\">\($0.name)</a></li>" }
        let markup: Markup = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(title)</title>
            <link rel="stylesheet" href="style.css">
            </head>
            <body>
            <header><h1>\(title)</h1></header>
            <main><ul class="languages">
            \(items)
            </ul></main>
            </body>
            </html>

            """
        return markup.source
    }

    public static var css: String { (style.source + "\n" + siteStyle) + "\n" }
    public static var script: String { siteScript + "\n" }
}
