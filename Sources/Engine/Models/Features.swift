// How a coded column enters a model, so that the model can later be fed with raw values too.
import Plan
import Privacy

/// A column of the model's matrix.
package struct Feature: Sendable, Hashable {
    package enum Value: Sendable, Hashable {
        /// The band's lower edge in the column's own unit (a day number for a date): a threshold that splits bands splits raw values alike.
        case lowerEdge
        case flag
        /// 1 where the column has this level, else 0.
        case level(Int)
    }
    package var column: String
    package var value: Value
    package var name: String
}

extension ModelColumn {
    /// Named as released files name the column. None for an `id`: it tells rows apart and must never be learnt from.
    var features: [Feature] {
        if domain == .id { return [] }
        switch levels.scale {
        case .bands: return [Feature(column: name, value: .lowerEdge, name: named.featureName)]
        case .flag: return [Feature(column: name, value: .flag, name: named.featureName)]
        case .nominal(let names):
            return names.indices.map {
                Feature(column: name, value: .level($0), name: "\(named)=\(names[$0])".featureName)
            }
        }
    }

    /// The value of each code; missing is NaN.
    func values(of feature: Feature) -> [Float] {
        var values: [Float] =
            switch (levels.scale, feature.value) {
            case (.bands(let edges, _, let places), _):
                edges.dropLast().map { Float(Double($0) / (0..<places).reduce(1.0) { scale, _ in scale * 10 }) }
            case (.nominal(let names), .level(let level)): names.indices.map { $0 == level ? 1 : 0 }
            case (.flag, _), (.nominal, _): [0, 1]
            }
        if levels.optional { values.append(.nan) }
        return values
    }
}

extension String {
    /// XGBoost's Python package refuses names with [, ] or <; percent signs keep them apart.
    fileprivate var featureName: String {
        var name = ""
        for character in unicodeScalars {
            switch character {
            case "[": name += "%5B"
            case "]": name += "%5D"
            case "<": name += "%3C"
            case "%": name += "%25"
            default: name.unicodeScalars.append(character)
            }
        }
        return name
    }
}

/// Row by row, `rows × features` values.
func matrix(_ table: CodedTable, _ columns: [ModelColumn], relation: String) throws(EvaluationError) -> [Float] {
    let table = try table.aligned(to: columns, relation: relation)
    let parts = columns.enumerated().flatMap { place, column in column.features.map { (place, column.values(of: $0)) } }
    let width = parts.count
    return [Float](unsafeUninitializedCapacity: table.rows * width) { cells, count in
        for (offset, (place, values)) in parts.enumerated() {
            let codes = table.codes[place]
            for row in 0..<table.rows { cells.initializeElement(at: row * width + offset, to: values[Int(codes[row])]) }
        }
        count = table.rows * width
    }
}
