// The JSON Schema of lagrum.yaml, made from the table of its keys: what editors of YAML complete and check by.
import Interchange
import Law
import Plan
import Source
import Yaml

/// JSON Schema, draft 2020-12, as canonical JSON. `Grammar/lagrum.schema.json` is its text, which a test compares.
public func configurationSchema() throws -> [UInt8] {
    let head: [YamlValue.Pair] = [
        .init("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
        .init("title", .text("lagrum.yaml")),
        .init("description", .text("The configuration of Lagrum, edition 2026.")),
    ]
    return try CanonicalJSON.bytes(of: JSONForm(.map(head + record(ConfigurationKey.table))))
}

private func record(_ keys: [ConfigurationKey]) -> [YamlValue.Pair] {
    let required = keys.filter(\.required).map { YamlValue.text($0.name) }
    return [
        .init("type", .text("object")), .init("additionalProperties", .truth(false)),
        .init(
            "properties",
            .map(
                keys.map { key in
                    var pairs = form(key.shape)
                    pairs.append(.init("description", .text(key.documentation.en + (key.absent.map { " Default: \($0.en)." } ?? ""))))
                    return .init(key.name, .map(pairs))
                })),
    ] + (required.isEmpty ? [] : [.init("required", .list(required))])
}

private func form(_ shape: ConfigurationShape) -> [YamlValue.Pair] {
    switch shape {
    case .edition: [.init("const", .number(Exact(2026)))]
    case .day: [.init("type", .text("string")), .init("format", .text("date"))]
    case .text, .path: [.init("type", .text("string")), .init("minLength", .number(Exact(1)))]
    case .pack:
        [.init("type", .text("string")), .init("examples", .list(BuiltIn.names.map { .text($0) } + [.text("packs/house.lagrum")]))]
    case .word(let words): [.init("enum", .list(words.map { .text($0) }))]
    case .number(let least, let most):
        [.init("type", .text("number")), .init("minimum", .number(least))] + (most.map { [.init("maximum", .number($0))] } ?? [])
    case .list(let element):
        [
            .init(
                "anyOf",
                .list([.map([.init("type", .text("array")), .init("items", .map(form(element)))]), .map(form(element))]))
        ]
    case .map(_, let element): [.init("type", .text("object")), .init("additionalProperties", .map(form(element)))]
    case .record(let keys): record(keys)
    case .either(let one, let other): [.init("anyOf", .list([.map(form(one)), .map(form(other))]))]
    }
}
