// Findings as GitHub's workflow commands: one annotation a finding, on the line it is about.
import Source

/// `lagrum check --format github`. Findings of a baseline are left out.
public func gitHubAnnotations(_ report: Report) -> String {
    var lines = report.fresh.map { annotation($0.finding, report) }
    lines += report.unread.map { "::error::" + escapedData($0[report.language]) }
    return lines.map { $0 + "\n" }.joined()
}

private func annotation(_ finding: Diagnostic, _ report: Report) -> String {
    let command =
        switch finding.severity {
        case .error: "error"
        case .warning: "warning"
        case .info: "notice"
        }
    var properties: [(String, String)] = []
    if let spot = Spot(finding.place, report.snapshot.files) {
        properties = [("file", spot.path), ("line", String(spot.line)), ("endLine", String(spot.endLine))]
        // Columns mean something only on one line.
        if spot.line == spot.endLine {
            properties += [("col", String(spot.column16)), ("endColumn", String(spot.endColumn16))]
        }
    }
    properties.append(("title", "\(finding.code) \(finding.title[report.language])"))
    var body = [finding.message[report.language]]
    if let advice = finding.advice { body.append(advice[report.language]) }
    // The derivation is for `explain` and the other forms: an annotation is read beside the code.
    if !finding.norms.isEmpty { body.append(finding.norms.joined(separator: ", ")) }
    let list = properties.map { "\($0.0)=\(escapedProperty($0.1))" }.joined(separator: ",")
    return "::\(command) \(list)::\(escapedData(body.joined(separator: "\n")))"
}

/// INVARIANT: a command is one line; the per cent sign goes first, so that nothing is escaped twice.
private func escapedData(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "%": result += "%25"
        case "\r": result += "%0D"
        case "\n": result += "%0A"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}

private func escapedProperty(_ text: String) -> String {
    var result = ""
    for scalar in escapedData(text).unicodeScalars {
        switch scalar {
        case ":": result += "%3A"
        case ",": result += "%2C"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
