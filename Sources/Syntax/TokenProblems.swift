// What is wrong within single tokens and bytes: found after the parse, so that the lexer stays quick.

import Source

/// Adds the errors of faulty tokens to the parser's, in the order of the text; one error a place.
func withTokenProblems(_ errors: [SyntaxError], _ tokens: Tokens, _ bytes: UnsafeBufferPointer<UInt8>) -> [SyntaxError] {
    var found: [SyntaxError] = []
    for token in tokens where token.flags.contains(.faulty) || token.kind == .junk {
        guard found.count < 100 else { break }
        found += problems(of: token, bytes)
    }
    return merged(found, errors)
}

/// Bytes that are not UTF-8, each run at its place; a file in UTF-16 is told once.
func withEncodingProblems(_ errors: [SyntaxError], _ bytes: UnsafeBufferPointer<UInt8>, atStart: Bool) -> [SyntaxError] {
    let runs = UTF8Scalar.invalidRuns(bytes).prefix(100)
    guard let first = runs.first else { return errors }
    let isUTF16 = atStart && bytes.count > 1 && ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF))
    if isUTF16 { return [SyntaxError(.notUTF8(looksLikeUTF16: true), Span(first))] }
    return merged(runs.map { SyntaxError(.notUTF8(looksLikeUTF16: false), Span($0)) }, errors)
}

private func merged(_ first: [SyntaxError], _ second: [SyntaxError]) -> [SyntaxError] {
    let starts = Set(first.map(\.span.start))
    let all = first + second.filter { !starts.contains($0.span.start) || $0.span.isEmpty }
    // Stable, so that equal places keep their order.
    return all.enumerated().sorted { ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset) }.map(\.element)
}

private func problems(of token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> [SyntaxError] {
    let span = Span(start: token.start, end: token.end)
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    switch token.kind {
    case .junk where token.flags.contains(.faulty):
        return [SyntaxError(.unclosedComment, Span(start: token.start, end: min(token.end, token.start + 2)))]
    case .junk:
        guard UTF8Scalar.decode(bytes, at: Int(token.start)) != nil else { return [] }
        return [SyntaxError(.strayCharacter(text(span.range)), span)]
    case .number, .percent: return [SyntaxError(.badNumber(text(span.range)), span)]
    case .date: return [SyntaxError(.badDate(text(span.range)), span)]
    case .path: return [SyntaxError(.trailingDot(text(span.range)), span)]
    case .text: return textProblems(span, bytes)
    default: return []
    }
}

private func textProblems(_ span: Span, _ bytes: UnsafeBufferPointer<UInt8>) -> [SyntaxError] {
    let start = Int(span.start), end = Int(span.end), quote = UInt8(ascii: "\"")
    let isBlock = span.count >= 3 && bytes[start + 1] == quote && bytes[start + 2] == quote
    var result: [SyntaxError] = []
    if isBlock {
        if span.count < 6 || bytes[end - 1] != quote || bytes[end - 2] != quote || bytes[end - 3] != quote {
            result.append(SyntaxError(.unclosedBlockText, Span(start..<start + 3)))
        }
    } else if span.count < 2 || !Escape.isClosed(Array(bytes[start + 1..<end])[...]) {
        result.append(SyntaxError(.unclosedText, Span(start..<end)))
    }
    var index = start
    while index < end {
        guard bytes[index] == UInt8(ascii: "\\") else {
            index += 1
            continue
        }
        let length = Escape.length(UnsafeBufferPointer(rebasing: bytes[..<end]), at: index)
        if length == 0 {
            var next = min(index + 2, end)
            while next < end, bytes[next] & 0xC0 == 0x80 { next += 1 }
            let place = index..<next
            result.append(SyntaxError(.badEscape(String(decoding: bytes[place], as: UTF8.self)), Span(place)))
            index = next
        } else {
            index += length
        }
    }
    return result
}
