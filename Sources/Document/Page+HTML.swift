// A page as one self-contained HTML file: no script, no outside resource, readable on paper, on a phone and by a screen reader.

/// The whole file, ending in a newline. The same page gives the same bytes.
public func html(_ page: Page) -> String {
    var pictures = 0
    let opening = page.opening.map { block($0, &pictures) }
    let sections = page.sections.enumerated().map { section($1, number: $0 + 1, &pictures) }
    let entries: [Markup] = page.sections.map { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>" }
    let lead: Markup = page.lead.isEmpty ? "" : "<p class=\"lead\">\(spans(page.lead))</p>"
    let markup: Markup = """
        <!doctype html>
        <html lang="\(page.language)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="generator" content="Lagrum">
        <title>\(page.title) · \(page.kind)</title>
        <style>
        \(style)
        </style>
        </head>
        <body>
        <header>
        <p class="kind">\(page.kind)</p>
        <h1>\(page.title)</h1>
        \(lead)
        \(facts(page.facts))
        </header>
        <div class="body">
        <nav aria-label="\(page.contents)"><p>\(page.contents)</p><ol>
        \(entries)
        </ol></nav>
        <main>
        <div class="opening">
        \(opening)
        </div>
        \(sections)
        </main>
        </div>
        <footer><p>\(spans(page.closing))</p></footer>
        </body>
        </html>

        """
    return markup.source
}

func section(_ section: Page.Section, number: Int, _ pictures: inout Int) -> Markup {
    let blocks = section.blocks.map { block($0, &pictures) }
    return """
        <section id="\(section.id)" aria-labelledby="\(section.id)-title">
        <h2 id="\(section.id)-title"><span class="number" aria-hidden="true">\(number)</span> \(section.title)</h2>
        \(blocks)
        </section>
        """
}

func facts(_ facts: [Page.Fact]) -> Markup {
    guard !facts.isEmpty else { return "" }
    let rows: [Markup] = facts.map { "<div><dt>\($0.name)</dt><dd>\(spans($0.value))</dd></div>" }
    return "<dl class=\"facts\">\n\(rows)\n</dl>"
}

func block(_ block: Page.Block, _ pictures: inout Int) -> Markup {
    switch block {
    case .heading(let text): return "<h3>\(text)</h3>"
    case .paragraph(let text): return "<p>\(spans(text))</p>"
    case .small(let text): return "<p class=\"small\">\(spans(text))</p>"
    case .list(let items):
        let entries: [Markup] = items.map { "<li>\(spans($0))</li>" }
        return "<ul>\n\(entries)\n</ul>"
    case .listing(let text): return "<pre tabindex=\"0\"><code>\(text)</code></pre>"
    case .table(let content): return table(content)
    case .picture(let content): return picture(content, &pictures)
    case .gallery(let contents):
        let items = contents.map { picture($0, &pictures) }
        return "<div class=\"gallery\">\n\(items)\n</div>"
    case .notice(let verdict, let title, let text):
        return """
            <div class="notice \(verdict.rawValue)" role="note">
            <p class="notice-title">\(mark(verdict))\(title)</p>
            <p>\(spans(text))</p>
            </div>
            """
    case .highlights(let items):
        let entries: [Markup] = items.map {
            "<div><dt>\($0.name)</dt><dd class=\"figure\">\($0.figure)</dd><dd>\($0.note)</dd></div>"
        }
        return "<dl class=\"highlights\">\n\(entries)\n</dl>"
    case .drawing(let svg, let label):
        return "<div class=\"drawing\" role=\"img\" aria-label=\"\(label)\" tabindex=\"0\">\(Markup(trusted: svg))</div>"
    case .anchored(let id, let text): return "<h3 id=\"\(id)\">\(spans(text)) <a class=\"here\" href=\"#\(id)\" aria-hidden=\"true\" tabindex=\"-1\">#</a></h3>"
    case .folded(let title, let blocks):
        let inner = blocks.map { Document.block($0, &pictures) }
        return "<details>\n<summary>\(title)</summary>\n\(inner)\n</details>"
    }
}

private func table(_ table: Page.Table) -> Markup {
    func classes(_ column: Int) -> Markup {
        table.columns.indices.contains(column) && table.columns[column].alignment == .number ? " class=\"n\"" : ""
    }
    let head: [Markup] = table.columns.indices.map { "<th scope=\"col\"\(classes($0))>\(table.columns[$0].name)</th>" }
    let rows: [Markup] = table.rows.map { row in
        let cells: [Markup] = row.enumerated().map { index, cell in
            index == 0
                ? "<th scope=\"row\"\(classes(0))>\(spans(cell))</th>" : "<td\(classes(index))>\(spans(cell))</td>"
        }
        return "<tr>\(Markup(cells, separator: ""))</tr>"
    }
    return """
        <div class="table" tabindex="0" role="region" aria-label="\(table.caption)"><table>
        <caption>\(table.caption)</caption>
        <thead><tr>\(Markup(head, separator: ""))</tr></thead>
        <tbody>
        \(rows)
        </tbody>
        </table></div>
        """
}

func spans(_ spans: [Page.Span]) -> Markup {
    Markup(
        spans.map { span -> Markup in
            switch span {
            case .text(let text): "\(text)"
            case .strong(let text): "<strong>\(text)</strong>"
            case .emphasis(let text): "<em>\(text)</em>"
            case .code(let text): "<code>\(text)</code>"
            case .digest(let text): "<code class=\"digest\">\(text)</code>"
            case .link(let inner, let target): "<a href=\"\(target)\">\(Document.spans(inner))</a>"
            case .anchor(let id): "<span id=\"\(id)\"></span>"
            case .verdict(let verdict, let text): "<span class=\"verdict \(verdict.rawValue)\">\(mark(verdict))\(text)</span>"
            }
        }, separator: "")
}

/// A sign with a shape of its own for each verdict; the word beside it says the same.
private func mark(_ verdict: Page.Verdict) -> Markup {
    let shape: Markup = switch verdict {
    case .good: "<path d=\"M4 8.5l2.7 2.7L12 5.5\"/>"
    case .bad: "<path d=\"M5 5l6 6M11 5l-6 6\"/>"
    case .caution: "<path d=\"M8 4v5M8 11.6v.4\"/>"
    case .neutral: "<path d=\"M8 7.4v4.4M8 4.2v.4\"/>"
    }
    return "<svg class=\"mark\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><circle cx=\"8\" cy=\"8\" r=\"7.5\"/>\(shape)</svg>"
}

private func picture(_ picture: Page.Picture, _ pictures: inout Int) -> Markup {
    pictures += 1
    let id = "picture-\(pictures)"
    return switch picture {
    case .bars(let content): bars(content, id: id)
    case .intervals(let content): intervals(content, id: id)
    case .flow(let content): flow(content, id: id)
    }
}

/// A picture with its title as caption, and its title and description for those who can't see it.
func figure(title: String, caption: Markup, description: String, id: String, height: Double, class name: String, _ content: [Markup])
    -> Markup
{
    """
    <figure class="\(name)">
    <figcaption>\(caption)</figcaption>
    <svg role="img" aria-labelledby="\(id)-t \(id)-d" width="100%" height="\(height)">
    <title id="\(id)-t">\(title)</title>
    <desc id="\(id)-d">\(description)</desc>
    \(content)
    </svg>
    </figure>
    """
}
