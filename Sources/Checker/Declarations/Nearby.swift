// Names that files beside a check declare: asked for at the edge, and only when the check lacks some.
import Model
import Source
import Syntax

extension Snapshot {
    /// The names that nothing in the check declares, each with the files that want it.
    public var unknownNames: Set<String> { Set(findings.compactMap { wanted($0)?.name }) }

    private func wanted(_ finding: Diagnostic) -> (name: String, file: Int)? {
        let file = Int(finding.place.file.index) - firstSource
        guard finding.code == "N005", sources.files.indices.contains(file), let text = files.text(of: finding.place.file), let range = files.range(of: finding.place) else { return nil }
        // Declarations begin with a capital; columns, steps and words do not.
        let name = String(text.string(in: range).prefix { $0 != "." })
        return name.first?.isUppercase == true && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } ? (name, file) : nil
    }

    /// The same with the missing imports offered.
    /// - Parameter nearby: files that the check does not hold.
    public func offering(_ nearby: [FileTree]) -> Snapshot {
        var declaring: [String: [String]] = [:]
        let names = unknownNames
        for tree in nearby {
            for name in tree.declared where names.contains(name) && declaring[name]?.last != tree.text.path { declaring[name, default: []].append(tree.text.path) }
        }
        guard !declaring.isEmpty else { return self }
        var tops: [Int: TopOfFile] = [:]
        return replacing(findings.map { finding in
            guard let (name, file) = wanted(finding), let paths = declaring[name], let path = paths.first else { return finding }
            var finding = finding
            let shown = paths.prefix(3).map { "`\(Paths.relative($0, from: sources.files[file].path))`" }.joined(separator: ", ")
            guard paths.count == 1 else {
                finding.advice = Message(sv: "Det är deklarerat i \(shown). Lägg till `import` av den som menas.", en: "It is declared in \(shown). Add an `import` of the one that is meant.")
                finding.fixes = []
                return finding
            }
            let relative = Paths.relative(path, from: sources.files[file].path)
            finding.advice = Message(sv: "Det är deklarerat i \(shown). Lägg till `import \"\(relative)\"` överst i filen.", en: "It is declared in \(shown). Add `import \"\(relative)\"` at the top of the file.")
            let top = tops[file] ?? TopOfFile(sources.files[file].tree)
            tops[file] = top
            finding.fixes = [top.adding("import \"\(relative)\"", id: finding.place.file, title: Message(sv: "Ta in “\(relative)”", en: "Import “\(relative)”"))]
            return finding
        })
    }

    private func replacing(_ findings: [Diagnostic]) -> Snapshot {
        Snapshot(files: files, sources: sources, firstSource: firstSource, model: model, basis: basis, law: law, findings: findings, asOf: asOf)
    }
}

extension FileTree {
    /// The names of its top-level declarations.
    fileprivate var declared: [String] {
        members.compactMap { top in
            guard let root = top.tree.root, root.form == .declaration, root.path.count == 1, Kinds.named(root.word?.text ?? "") != nil else { return nil }
            return root.path.first?.text
        }
    }
}
