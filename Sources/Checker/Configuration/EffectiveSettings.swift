// What counts when a command runs, and why: an option first, then lagrum.yaml, then the environment, then what is built in.
import Interchange
public import Source
public import Yaml

public struct EffectiveSettings: Sendable {
    /// Who said it.
    public enum Origin: Sendable, Equatable {
        /// "--as-of"
        case option(String)
        /// The line of lagrum.yaml, from 1.
        case file(line: Int)
        /// A variable's name.
        case environment(String)
        case builtIn
    }
    public struct Row: Sendable {
        public var key: String
        public var value: YamlValue
        public var origin: Origin
    }
    /// The file's path; nil when there is none.
    public var path: String?
    /// In the order of the table of keys; what nobody has said and nothing is built in for is left out.
    public var rows: [Row] = []

    /// - Parameter options: values by key, with the option that gave them.
    public init(_ configuration: Configuration?, options: [String: (value: YamlValue, option: String)], environment: (language: Language, variable: String?), today: Day) {
        path = configuration?.text.path
        let root = configuration.flatMap { readYaml($0.text).root }
        for key in ConfigurationKey.table {
            if let (value, option) = options[key.name] {
                rows.append(Row(key: key.name, value: value, origin: .option(option)))
            } else if let configuration, let entry = root?.entry(key.name), !entry.value.isNull {
                rows.append(Row(key: key.name, value: YamlValue(entry.value), origin: .file(line: configuration.text.line(at: Int(entry.key.span.start)) + 1)))
            } else {
                switch key.name {
                case "language": rows.append(Row(key: key.name, value: .text(environment.language.rawValue), origin: environment.variable.map(Origin.environment) ?? .builtIn))
                case "as of": rows.append(Row(key: key.name, value: .text(today.description), origin: .builtIn))
                case "fail on": rows.append(Row(key: key.name, value: .text(Severity.error.rawValue), origin: .builtIn))
                default: break
                }
            }
        }
    }

    /// As a lagrum.yaml that would say the same, each line with its origin as a comment.
    public func text(_ language: Language) -> String {
        let lines = rows.map { row -> (String, Row) in
            // A day reads best as it is written.
            let value = row.key == "as of" ? (row.value.plain ?? row.value.flow) : row.value.flow
            return ("\(row.key): \(value)", row)
        }
        let width = min(60, lines.map(\.0.count).max() ?? 0)
        let head = path.map { "# \($0)\n" } ?? (language == .sv ? "# ingen lagrum.yaml\n" : "# no lagrum.yaml\n")
        return head + lines.map { line, row in
            line + String(repeating: " ", count: max(0, width - line.count)) + "  # " + row.origin.words(path ?? "", language) + "\n"
        }.joined()
    }
}

extension EffectiveSettings.Origin {
    func words(_ path: String, _ language: Language) -> String {
        switch self {
        case .option(let option): option
        case .file(let line): "\(path):\(line)"
        case .environment(let variable): language == .sv ? "miljön (\(variable))" : "environment (\(variable))"
        case .builtIn: language == .sv ? "förval" : "default"
        }
    }
}

extension YamlValue {
    fileprivate var plain: String? { if case .text(let text) = self { text } else { nil } }
}

// MARK: JSON

extension EffectiveSettings: Encodable {
    private enum Keys: String, CodingKey { case format, file, settings }
    private enum RowKeys: String, CodingKey { case key, value, origin, option, line, variable }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(1, forKey: .format)
        try container.encodeIfPresent(path, forKey: .file)
        var list = container.nestedUnkeyedContainer(forKey: .settings)
        for row in rows {
            var item = list.nestedContainer(keyedBy: RowKeys.self)
            try item.encode(row.key, forKey: .key)
            try item.encode(JSONForm(row.value), forKey: .value)
            switch row.origin {
            case .option(let option):
                try item.encode("option", forKey: .origin)
                try item.encode(option, forKey: .option)
            case .file(let line):
                try item.encode("file", forKey: .origin)
                try item.encode(line, forKey: .line)
            case .environment(let variable):
                try item.encode("environment", forKey: .origin)
                try item.encode(variable, forKey: .variable)
            case .builtIn: try item.encode("default", forKey: .origin)
            }
        }
    }
}
