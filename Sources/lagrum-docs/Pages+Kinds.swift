// Kinds with their properties, column types, verbs, and the facts that rules may ask for.
import Document
import Model
import Source

extension Reference {
    var kindsPage: SitePage {
        SitePage(file: "kinds.html", title: Message(sv: "Slag och egenskaper", en: "Kinds and properties")) { language in
            return page(
                language, language("Tabeller", "Tables"), title[language],
                lead: language(
                    "Allt som kan deklareras, med de egenskaper som får stå i blocket. Först deklarationer, som har egenskaper, och sedan begrepp, som bildar taxonomier med `is`.",
                    "All that may be declared, with the properties that may stand in its block: declarations, which have properties, and then concepts, which form taxonomies with `is`."),
                (Kinds.all.filter { !$0.isConcept } + Kinds.all.filter(\.isConcept)).map { kind in
                    Page.Section(id: kind.name, title: kind.name + (language == .sv ? " – \(kind.swedish)" : ""), blocks: blocks(of: kind, language))
                })
        } index: { language in
            Kinds.all.flatMap { kind in
                [Found(kind.name, language("Slag", "Kind"), "kinds.html#\(kind.name)", "\(kind.swedish) \(kind.documentation[language])")]
                    + kind.properties.map {
                        Found("\($0.key):", "\(language("Egenskap hos", "Property of")) \(kind.name)", "kinds.html#\(anchor(kind.name, $0.key))", "\($0.swedish) \($0.documentation[language])")
                    }
            }
        }
    }

    private var title: Message { Message(sv: "Slag och egenskaper", en: "Kinds and properties") }

    private func blocks(of kind: Kind, _ language: Language) -> [Page.Block] {
        var facts: Spans = [.text(kind.documentation[language])]
        if language == .en { facts.append(.text(" In Swedish: \(kind.swedish).")) }
        if let under = kind.under { facts += [.text(language(" Är även ", " Is also a "))] + kindLink(under) + [.text(".")] }
        if !kind.blocks.isEmpty { facts += [.text(language(" I blocket får även stå ", " Its block may also hold "))] + join(kind.blocks.map { kindLink($0) }) + [.text(".")] }
        facts += [.text(language(" I en regel: ", " In a rule: ")), code("for: x in \(kind.plural)"), .text(".")]
        var blocks: [Page.Block] = [.paragraph(facts)]
        guard !kind.properties.isEmpty else { return blocks }
        blocks.append(.table(.init(
            caption: language("Egenskaper hos \(kind.name)", "Properties of \(kind.name)"),
            columns: [.init(language("Egenskap", "Property")), .init(language("Värde", "Value")), .init(language("Tystnad", "Silence")), .init(language("Betydelse", "Meaning"))],
            rows: kind.properties.map { property in
                var value = described(property.shape, language)
                if property.many { value.append(.text(language("; flera", "; several"))) }
                for clause in property.clauses { value += [.text(", "), code(clause.word), .text(" ")] + described(clause.shape, language) }
                return [
                    [.anchor(anchor(kind.name, property.key)), code("\(property.key):")] + (language == .sv ? [.text(" \(property.swedish)")] : []), value,
                    [.text(property.silence.described(language))], marked(property.documentation[language]),
                ]
            })))
        return blocks
    }

    var columnsPage: SitePage {
        let title = Message(sv: "Kolumntyper", en: "Column types")
        return SitePage(file: "columns.html", title: title) { language in
            page(
                language, language("Tabeller", "Tables"), title[language],
                lead: language(
                    "Gränser och val är kolumnens offentliga domän: en privat mekanism lär sig aldrig en domän ur uppgifterna. `?` efter typen betyder att värdet får saknas.",
                    "Bounds and choices are the column's public domain: a private mechanism never learns a domain from the data. `?` after the type means that the value may be absent."),
                opening: [.table(.init(
                    caption: title[language], columns: [.init(language("Typ", "Type")), .init(language("Skrivs", "Written")), .init(language("Betydelse", "Meaning"))],
                    rows: ColumnTypes.table.map { row in
                        [[.anchor(row.word), code(row.word)] + (language == .sv ? [.text(" \(row.swedish)")] : []), [code(row.example)], marked(row.documentation[language])]
                    })),
                    .listing("table cases by case_id as Ordinary of Client {\n  case_id:   id named \"ÄRENDE-NR\"\n  opened_on: date(2005-01-01..2026-12-31)\n  fee:       decimal(0..500_000, 2)?\n}")])
        } index: { language in
            ColumnTypes.table.map { Found($0.word, title[language], "columns.html#\($0.word)", "\($0.swedish) \($0.documentation[language])") }
        }
    }

    var verbsPage: SitePage {
        let title = Message(sv: "Steg", en: "Pipeline steps")
        return SitePage(file: "verbs.html", title: title) { language in
            page(
                language, language("Tabeller", "Tables"), title[language],
                lead: language(
                    "Vad ett flöde kan göra. Ett steg läser precis de kolumner som det namnger; etiketter och tillstånd följer med till resultatet.",
                    "What a pipeline can do. A step reads exactly the columns it names; labels and state pass on to its result."),
                Verb.table.map { verb in
                    Page.Section(id: verb.name.rawValue, title: verb.name.rawValue + (language == .sv ? " – \(verb.swedish)" : ""), blocks: blocks(of: verb, language))
                })
        } index: { language in
            Verb.table.flatMap { verb in
                [Found(verb.name.rawValue, language("Steg", "Step"), "verbs.html#\(verb.name.rawValue)", "\(verb.swedish) \(verb.documentation[language])")]
                    + verb.properties.map { Found("\($0.key):", "\(language("Egenskap hos", "Property of")) \(verb.name.rawValue)", "verbs.html#\(anchor(verb.name.rawValue, $0.key))", $0.documentation[language]) }
            }
        }
    }

    private func blocks(of verb: Verb, _ language: Language) -> [Page.Block] {
        var first = marked(verb.documentation[language])
        first.append(.text(verb.runs ? language(" Körs av denna version.", " Run by this version.") : language(" Prövas, men körs inte av denna version.", " Checked, but not run by this version.")))
        var blocks: [Page.Block] = [.paragraph(first)]
        let results = verb.results.upperBound == 0 ? [] : verb.results.upperBound == 1 ? ["x"] : ["x", "y"]
        var line = results.isEmpty ? "" : results.joined(separator: ", ") + " = "
        line += verb.name.rawValue + " …" + verb.clauses.map { " \($0) …" }.joined()
        blocks.append(.listing(line + (verb.properties.isEmpty ? "" : " { … }")))
        guard !verb.properties.isEmpty else { return blocks }
        blocks.append(.table(.init(
            caption: language("Egenskaper hos \(verb.name.rawValue)", "Properties of \(verb.name.rawValue)"),
            columns: [.init(language("Egenskap", "Property")), .init(language("Värde", "Value")), .init(language("Betydelse", "Meaning"))],
            rows: verb.properties.map { property in
                var value = described(property.shape, language)
                if property.list || property.many { value.append(.text(language("; flera", "; several"))) }
                for clause in property.clauses { value += [.text(", "), code(clause), .text(" …")] }
                if property.required { value.append(.text(language("; måste anges", "; required"))) }
                return [
                    [.anchor(anchor(verb.name.rawValue, property.key)), code("\(property.key):")] + (language == .sv ? [.text(" \(property.swedish)")] : []), value,
                    marked(property.documentation[language]),
                ]
            })))
        return blocks
    }

    var factsPage: SitePage {
        let title = Message(sv: "Fakta för regler", en: "Facts for rules")
        return SitePage(file: "facts.html", title: title) { language in
            let functions = Vocabulary.functions.values.sorted { $0.name < $1.name }
            let ranges = Vocabulary.ranges.sorted { $0.key < $1.key }
            return page(
                language, language("Regelspråket", "The rule language"), title[language],
                lead: language(
                    "Vad en regel får fråga efter, med typ, vad tystnad betyder, och hur en rättelse får ändra det. Fakta skrivs med punkt: `a.purpose`.",
                    "What a rule may ask for, with its type, what silence means, and how a remedy may change it. Facts are written with a dot: `a.purpose`."),
                [
                    .init(id: "functions", title: language("Funktioner", "Functions"), blocks: [.table(.init(
                        caption: language("Funktioner och relationer", "Functions and relations"),
                        columns: [.init(language("Funktion", "Function")), .init(language("Tar", "Takes")), .init(language("Ger", "Gives"))],
                        rows: functions.map { [[.anchor(anchor("function", $0.name)), code($0.name)], join($0.parameters.map { described($0, language) }), described($0.result, language)] }))]),
                    .init(id: "ranges", title: language("Mängder", "Ranges"), blocks: [
                        .paragraph([.text(language("Vad ", "What ")), code("for: x in …"), .text(language(" får gå igenom.", " may range over."))]),
                        .table(.init(
                            caption: language("Mängder", "Ranges"), columns: [.init(language("Namn", "Name")), .init(language("Av", "Of"))],
                            rows: ranges.map { [[code($0.key)], kindLink($0.value)] })),
                    ]),
                ] + Vocabulary.kinds.filter { !Vocabulary.properties(of: $0).isEmpty }.map { .init(id: $0, title: $0, blocks: blocks(ofFacts: $0, language)) })
        } index: { language in
            Vocabulary.functions.keys.sorted().map { Found("\($0)()", language("Funktion", "Function"), "facts.html#\(anchor("function", $0))") }
                + Vocabulary.kinds.flatMap { kind in
                    Vocabulary.properties(of: kind).map { Found("\(kind).\($0.name)", language("Faktum", "Fact"), "facts.html#\(anchor(kind, $0.name))", $0.key ?? "") }
                }
        }
    }

    private func blocks(ofFacts kind: String, _ language: Language) -> [Page.Block] {
        [
            .table(.init(
                caption: language("Fakta om \(kind)", "Facts of \(kind)"),
                columns: [.init(language("Faktum", "Fact")), .init(language("Typ", "Type")), .init(language("Skrivs", "Written")), .init(language("Tystnad", "Silence")), .init(language("Får rättas", "Remedy"))],
                rows: Vocabulary.properties(of: kind).map { fact in
                    [
                        [.anchor(anchor(kind, fact.name)), code(fact.name)], described(fact.type, language), fact.key.map { [code($0)] } ?? [.text("–")],
                        [.text(fact.silence.described(language))], [.text(described(fact.change, language))],
                    ]
                })),
        ]
    }
}
