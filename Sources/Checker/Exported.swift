// A snapshot as exports see it: the declarations of the files asked for.
public import Interchange
public import Source

extension Snapshot {
    /// - Parameter language: of titles that are written in both.
    public func exported(_ language: Language) -> ExportedSpecification {
        let asked = Set(sources.files.indices.filter { sources.files[$0].asked }.map(id(of:)))
        let files = files
        return ExportedSpecification(model, asked: asked, language: language) { place in
            guard let text = files.text(of: place.file), let range = files.range(of: place) else { return nil }
            return (text.path, text.line(at: range.lowerBound) + 1)
        }
    }
}
