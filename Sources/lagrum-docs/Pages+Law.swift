// Concepts, rules, decisions, codes and norms: what the packs hold.
import Checker
import Document
import Law
import Model
import Source

extension Reference {
    // MARK: Concepts

    var conceptsPage: SitePage {
        let title = Message(sv: "Begrepp", en: "Concepts")
        var kinds: [String] = []
        for concept in concepts where !kinds.contains(concept.kind) { kinds.append(concept.kind) }
        return SitePage(file: "concepts.html", title: title) { language in
            page(
                language, language("Det som följer med", "What ships"), title[language],
                lead: language(
                    "De taxonomier som alla specifikationer börjar från, efter slag. Egna begrepp läggs till med `is`.",
                    "The taxonomies that every specification starts from, by kind. One's own are added with `is`."),
                kinds.map { kind in
                    let own = concepts.filter { $0.kind == kind }
                    return Page.Section(
                        id: anchor("kind", kind), title: kind + (language == .sv ? " – \(Kinds.named(kind)?.swedish ?? "")" : ""),
                        blocks: [.table(.init(
                            caption: language("Begrepp av slaget \(kind)", "Concepts of kind \(kind)"),
                            columns: [.init(language("Begrepp", "Concept")), .init(language("Titel", "Title")), .init(language("Normer", "Norms")), .init(language("Om det", "About it"))],
                            rows: tree(own).map { depth, concept in
                                [
                                    [.anchor(anchor(kind, concept.name)), .text(String(repeating: "\u{2003}", count: depth)), code(concept.name)], [.text(concept.title[language])],
                                    join(concept.norms.map { linked(norm: $0) }), marked(concept.documentation?.replacing("\n", with: " ") ?? ""),
                                ]
                            }))])
                })
        } index: { language in
            concepts.map { Found($0.name, "\(language("Begrepp", "Concept")): \($0.kind)", "concepts.html#\(anchor($0.kind, $0.name))", $0.title[language]) }
        }
    }

    /// Children under their first parent, each with how deep it stands.
    private func tree(_ concepts: [Concept]) -> [(Int, Concept)] {
        let names = Set(concepts.map(\.name))
        func below(_ parent: String?, _ depth: Int) -> [(Int, Concept)] {
            concepts.filter { concept in parent == nil ? !concept.parents.contains(where: names.contains) : concept.parents.first == parent }
                .flatMap { [(depth, $0)] + (depth < 12 ? below($0.name, depth + 1) : []) }
        }
        return below(nil, 0)
    }

    func linked(norm: String) -> Spans { norms.contains { $0.norm.id == norm } ? [.link([.text(norm)], to: "norms.html#\(norm)")] : [.text(norm)] }

    // MARK: Rules and decisions

    var rulesPage: SitePage {
        let title = Message(sv: "Regler och prövningar", en: "Rules and decisions")
        return SitePage(file: "rules.html", title: title) { language in
            let decisions = packs.flatMap { pack in pack.decisions.map { (pack.name, $0) } }
            return page(
                language, language("Det som följer med", "What ships"), title[language],
                lead: language(
                    "Vad lagpaketen frågar efter, med de normer som varje regel stöder sig på. Varje regel har en sida med exempel som körs som test.",
                    "What the law packs ask, with the norms that each rule rests on. Each rule has a page with examples that run as tests."),
                packs.filter { !$0.rules.isEmpty }.map { pack in
                    .init(id: anchor("rules", pack.name), title: language("Regler i \(pack.name)", "Rules of \(pack.name)"), blocks: [.table(.init(
                        caption: language("Regler i \(pack.name)", "Rules of \(pack.name)"),
                        columns: [.init(language("Kod", "Code")), .init(language("Regel", "Rule")), .init(language("Allvar", "Severity")), .init(language("Normer", "Norms"))],
                        rows: pack.rules.sorted { $0.code < $1.code }.map { rule in
                            [
                                [.link([code(rule.code)], to: "code/\(rule.code).html")], [.text(rule.title[language])], [.text(word(rule.severity, language))],
                                join(rule.authority.cites.map { linked(norm: $0) }),
                            ]
                        }))])
                } + [
                    .init(id: "decisions", title: language("Prövningar", "Decisions"), blocks: decisions.flatMap { blocks(of: $0.1, in: $0.0, language) })
                ])
        } index: { language in
            packs.flatMap { pack in pack.decisions.map { Found($0.name, language("Prövning", "Decision"), "rules.html#\(anchor("decision", $0.name))", $0.title[language]) } }
        }
    }

    private func blocks(of decision: Decision, in pack: String, _ language: Language) -> [Page.Block] {
        let parameters = decision.parameters.map { "\($0.kind) \($0.name)" }.joined(separator: ", ")
        var about: Spans = [.text("\(decision.title[language]). \(language("Paket", "Pack")): \(pack). \(language("Slutsatser", "Conclusions")): ")]
        about += join(decision.conclusions.map { [code($0)] })
        about.append(.text(". "))
        about += join(decision.authority.cites.map { linked(norm: $0) })
        let rows: [[Spans]] = decision.factors.map { factor in
            let values: [Spans] = factor.values.map { [code($0)] }
            let norms: [Spans] = factor.authority.cites.map { linked(norm: $0) }
            return [[code(factor.name), .text(" \(factor.title[language])")], join(values), join(norms)]
        }
        return [
            .anchored(id: anchor("decision", decision.name), [code("\(decision.name)(\(parameters))")]), .paragraph(about),
            .table(.init(
                caption: language("Faktorer i \(decision.name)", "Factors of \(decision.name)"),
                columns: [.init(language("Faktor", "Factor")), .init(language("Värden", "Values")), .init(language("Normer", "Norms"))], rows: rows)),
        ]
    }

    private func word(_ severity: Severity, _ language: Language) -> String {
        switch severity {
        case .error: language("fel", "error")
        case .warning: language("varning", "warning")
        case .info: language("upplysning", "info")
        }
    }

    // MARK: Codes

    func codePages() -> [SitePage] {
        let all = CodePage.codes.compactMap { code in CodePage.of(code, packs) }
        let groups: [(prefix: String, title: Message)] = [
            ("X", Message(sv: "X: form", en: "X: form")), ("N", Message(sv: "N: namn och typer", en: "N: names and types")), ("C", Message(sv: "C: konfiguration", en: "C: configuration")),
            ("", Message(sv: "Lag", en: "Law")), ("E", Message(sv: "E: vad motorn inte kan köra", en: "E: what the engine can't run")), ("T", Message(sv: "T: test", en: "T: tests")),
        ]
        let named = Set(groups.map(\.prefix).filter { !$0.isEmpty })
        let title = Message(sv: "Koder", en: "Codes")
        let list = SitePage(file: "codes.html", title: title) { language in
            page(
                language, language("Anmärkningar", "Findings"), title[language], lead: language("Varje anmärkning har en kod som aldrig återanvänds. `lagrum explain KOD` visar samma sida.", "Every finding has a code that is never used again. `lagrum explain CODE` shows the same page."),
                groups.compactMap { prefix, groupTitle in
                    let own = all.filter { page in prefix.isEmpty ? !named.contains(String(page.code.prefix(1))) : page.code.hasPrefix(prefix) }
                    guard !own.isEmpty else { return nil }
                    return Page.Section(id: anchor("codes", prefix.isEmpty ? "law" : prefix), title: groupTitle[language], blocks: [.table(.init(
                        caption: groupTitle[language], columns: [.init(language("Kod", "Code")), .init(language("Betydelse", "Meaning")), .init(language("Allvar", "Severity"))],
                        rows: own.map { [[.link([code($0.code)], to: "code/\($0.code).html")], marked($0.title[language]), [.text($0.severity.map { word($0, language) } ?? "–")]] }))])
                })
        } index: { language in
            all.map { Found($0.code, language("Kod", "Code"), "code/\($0.code).html", $0.title[language]) }
        }
        return [list] + all.map { own in
            SitePage(file: "code/\(own.code).html", title: Message(sv: "\(own.code) \(own.title.sv)", en: "\(own.code) \(own.title.en)"), inMenu: false) { language in
                var page = own.page(language)
                page.facts = [
                    own.norms.isEmpty ? nil : Page.Fact(language("Normer", "Norms"), join(own.norms.map { linked(norm: $0, up: "../") })),
                    own.see.isEmpty ? nil : Page.Fact(language("Se även", "See also"), join(own.see.map { linked(norm: $0, up: "../") })),
                    Page.Fact(language("Alla koder", "All codes"), [.link([.text(language("Koder", "Codes"))], to: "../codes.html")]),
                ].compactMap { $0 }
                return page
            }
        }
    }

    private func linked(norm: String, up: String) -> Spans {
        norms.contains { $0.norm.id == norm } ? [.link([.text(norm)], to: "\(up)norms.html#\(norm)")] : [.text(norm)]
    }

    // MARK: Norms

    var normsPage: SitePage {
        let title = Message(sv: "Normer", en: "Norms")
        return SitePage(file: "norms.html", title: title) { language in
            page(
                language, language("Det som följer med", "What ships"), title[language],
                lead: language(
                    "De bestämmelser och källor som reglerna anger. Orden är våra; länken leder till den text som gäller.",
                    "The provisions and authorities that rules cite. The words are ours; the link leads to the text that binds."),
                packs.map { pack in
                    let own = norms.filter { $0.pack == pack.name }.map(\.norm)
                    return Page.Section(id: anchor("norms", pack.name), title: language("Paketet \(pack.name)", "The pack \(pack.name)"), blocks: [.table(.init(
                        caption: language("Normer i \(pack.name)", "Norms of \(pack.name)"),
                        columns: [.init("Norm"), .init(language("Innehåll", "Content")), .init(language("Tillämpas", "Applies"))],
                        rows: own.map { norm in
                            let link = norm.url.map { [Page.Span.text(" "), .link([.text(language("officiell text", "official text"))], to: $0)] } ?? []
                            return [
                                [.anchor(norm.id), code(norm.id)], [.strong(norm.title[language])] + (norm.says.map { [.text(". \($0[language])")] } ?? []) + link,
                                [.text("\(norm.applies)" + (norm.until.map { "–\($0)" } ?? ""))],
                            ]
                        }))])
                })
        } index: { language in
            norms.map { Found($0.norm.id, "Norm", "norms.html#\($0.norm.id)", $0.norm.title[language]) }
        }
    }
}
