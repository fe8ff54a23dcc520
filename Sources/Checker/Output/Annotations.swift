// Findings as GitHub's workflow commands: one annotation a finding, on the line it is about.
import Source

/// `lagrum check --format github`. Findings of a baseline are left out.
public func gitHubAnnotations(_ report: Report) -> String {
    var lines = ""
    for item in report.fresh { lines += annotation(item.finding, report) + "\n" }
    for problem in report.unread { lines += "::error::" + escapedData(problem[report.language]) + "\n" }
    return lines
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

/// INVARIANT: a command is one line.
private func escapedData(_ text: String) -> String { rewritten(text, escape) }

private func escapedProperty(_ text: String) -> String {
    rewritten(text) { byte in
        switch byte {
        case UInt8(ascii: ":"): "%3A"
        case UInt8(ascii: ","): "%2C"
        default: escape(byte)
        }
    }
}

private func escape(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "%"): "%25"
    case UInt8(ascii: "\r"): "%0D"
    case UInt8(ascii: "\n"): "%0A"
    default: nil
    }
}
