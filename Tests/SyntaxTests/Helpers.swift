// One helper a question: parse a text, print what was read, list what is wrong.

import Source
import Syntax
import Testing

func tree(_ source: String) -> FileTree { parse(Text(path: "test.lagrum", source)) }

func codes(_ source: String) -> [String] { tree(source).members.flatMap { $0.tree.errors.map(\.problem.code) } }

/// "X005 3:7": code, line and column of every error.
func errors(_ source: String) -> [String] {
    let file = tree(source)
    return file.members.flatMap { member in
        member.tree.errors.map { error in
            let (line, column) = file.text.position(at: member.start + Int(error.span.start))
            return "\(error.problem.code) \(line + 1):\(column + 1)"
        }
    }
}

func roots(_ source: String) -> [Member] { tree(source).members.compactMap(\.tree.root) }

/// The value of `x: …`, as `print` shows it.
func expression(_ source: String) -> String {
    guard let value = roots("x: " + source).first?.values.first else { return "nothing" }
    return print(value)
}

func print(_ expression: Expression) -> String {
    switch expression.form {
    case .path(let names): names.map(\.text).joined(separator: ".")
    case .text(let text): "\"\(text)\""
    case .number(let number): "\(number)"
    case .percent(let number): "\(number)%"
    case .date(let day): "\(day)"
    case .duration(let duration): "<\(duration)>"
    case .truth(let truth): truth ? "yes" : "no"
    case .none: "none"
    case .unknown: "unknown"
    case .list(let items): "[" + items.map(print).joined(separator: ", ") + "]"
    case .group(let inner): "group(\(print(inner)))"
    case .unary(let operation, let inner): "(\(operation.rawValue) \(print(inner)))"
    case .binary(let operation, let left, let right): "(\(print(left)) \(operation.sign) \(print(right)))"
    case .range(let low, let high): "(\(print(low)) .. \(print(high)))"
    case .call(let callee, let arguments):
        callee.map(\.text).joined(separator: ".") + "(" + arguments.map { ([print($0.value)] + $0.clauses.map(print)).joined(separator: " ") }.joined(separator: ", ") + ")"
    case .quantifier(let quantifier, let variable, let source, let body):
        "{\(quantifier.word) \(variable.text) in \(print(source))\(body.map { " with " + print($0) } ?? "")}"
    case .optional(let inner): print(inner) + "?"
    case .missing: "missing"
    }
}

func print(_ clause: Clause) -> String {
    ([clause.word.text] + [clause.values.map(print).joined(separator: ", ")]).filter { !$0.isEmpty }.joined(separator: " ")
}

/// A member on one line, every part marked.
func print(_ member: Member) -> String {
    var parts = ["\(member.form)"]
    if let key = member.key { parts.append("key[\(key.text)]") }
    if !member.results.isEmpty { parts.append("results[\(member.results.map(\.text).joined(separator: ","))]") }
    if let word = member.word { parts.append("word[\(word.text)]") }
    if !member.path.isEmpty { parts.append("path[\(member.path.map(\.text).joined(separator: "."))]") }
    if !member.parameters.isEmpty { parts.append("parameters[\(member.parameters.map { "\($0.kind.text) \($0.name.text)" }.joined(separator: ","))]") }
    if let title = member.title { parts.append("title[\(title.text)]") }
    if !member.parents.isEmpty { parts.append("is[\(member.parents.map { $0.map(\.text).joined(separator: ".") }.joined(separator: ","))]") }
    if !member.values.isEmpty { parts.append("values[\(member.values.map(print).joined(separator: ", "))]") }
    if !member.clauses.isEmpty { parts.append("clauses[\(member.clauses.map(print).joined(separator: "; "))]") }
    if member.hasBlock { parts.append("{" + member.members.map(print).joined(separator: " | ") + "}") }
    return parts.joined(separator: " ")
}

/// What must hold for every text whatever: nothing lost, tokens in order, spans inside, nothing but trivia between tokens.
func checkInvariants(_ text: Text, _ note: String = "", sourceLocation: SourceLocation = #_sourceLocation) {
    let file = parse(text)
    var offset = 0
    var bytes: [UInt8] = []
    for member in file.members {
        #expect(member.start == offset, "\(note)", sourceLocation: sourceLocation)
        bytes += member.tree.bytes.all
        offset += member.tree.bytes.count
        member.tree.verify { Issue.record("\(note): \($0)", sourceLocation: sourceLocation) }
        if let root = member.tree.root { walk(root) }
    }
    #expect(bytes == text.bytes, "\(note): round trip", sourceLocation: sourceLocation)
}

/// Touches every cursor, so that none traps.
func walk(_ member: Member) {
    _ = (member.form, member.documentation, member.key, member.word, member.path, member.parameters.count, member.title, member.parents, member.results)
    _ = print(member)
    member.members.forEach(walk)
}

/// A small generator whose seed a failing test prints (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
