// What a level is called in a document: public names of a public domain.
import Plan
import Privacy
import Source

extension ModelColumn {
    /// One name a level, `missing` last where the column is optional.
    func levelNames() -> [Message] {
        var names: [Message] =
            switch levels.scale {
            case .nominal(let names): names.map { Message(both: $0) }
            case .flag: [Message(sv: "nej", en: "no"), Message(sv: "ja", en: "yes")]
            case .bands(let edges, let unit, let places):
                edges.indices.dropLast().map { band in
                    let first = edges[band]
                    let last = edges[band + 1]
                    let closed = band == edges.count - 2
                    func name(_ edge: Int64) -> String {
                        switch unit {
                        case .number: Exact(edge, places: places).description
                        case .day: Day(number: Int(edge)).description
                        }
                    }
                    if places == 0, last - first == (closed ? 0 : 1) { return Message(both: name(first)) }
                    return Message(both: closed ? "\(name(first)) – \(name(last))" : "\(name(first)) – <\(name(last))")
                }
            }
        if levels.optional { names.append(Message(sv: "saknas", en: "missing")) }
        return names
    }
}
