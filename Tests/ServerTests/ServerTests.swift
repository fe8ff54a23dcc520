// The server driven in process: the bytes that an editor would send, and the bytes that it would get.

import Checker
import FoundationEssentials
import Server
import Source
import Testing

/// A session without threads: checks run when asked to.
struct Session {
    var server: Server
    var received: [String] = []
    var ids = 0

    init(files: [String: String] = [:]) {
        let files = files
        server = Server(version: "test", asOf: Day("2026-11-21") ?? Day(number: 0), language: .en) { path throws(ReadProblem) in
            guard let text = files[path] else { throw ReadProblem.missing }
            return Array(text.utf8)
        }
    }

    static func framed(_ body: String) -> [UInt8] { Array("Content-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8) }

    /// Sends bytes and keeps the bodies that come back.
    @discardableResult
    mutating func send(raw bytes: [UInt8]) -> [String] { keep(server.receive(bytes)) }
    @discardableResult
    mutating func send(_ body: String) -> [String] { send(raw: Session.framed(body)) }

    @discardableResult
    mutating func start(capabilities: String = "{}", locale: String = "en") -> [String] {
        let replies = send(#"{"jsonrpc":"2.0","id":"init","method":"initialize","params":{"processId":null,"rootUri":null,"locale":"\#(locale)","capabilities":\#(capabilities)}}"#)
        send(#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#)
        return replies
    }

    mutating func open(_ text: String, uri: String = "file:///w/a.lagrum", version: Int = 1) {
        send(#"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"\#(uri)","languageId":"lagrum","version":\#(version),"text":\#(quoted(text))}}}"#)
    }

    mutating func change(_ changes: String, version: Int, uri: String = "file:///w/a.lagrum") {
        send(#"{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"\#(uri)","version":\#(version)},"contentChanges":[\#(changes)]}}"#)
    }

    /// Runs every check that waits.
    @discardableResult
    mutating func settle() -> [String] {
        var replies: [String] = []
        while let job = server.nextJob() { replies += keep(server.finish(job.run())) }
        return replies
    }

    private mutating func keep(_ bytes: [UInt8]) -> [String] {
        var bodies: [String] = [], rest = bytes[...]
        while !rest.isEmpty {
            let header = rest.prefix { $0 != 13 }
            rest = rest.dropFirst(header.count + 4)
            let length = Int(String(decoding: header.drop { $0 != 32 }.dropFirst(), as: UTF8.self)) ?? 0
            bodies.append(String(decoding: rest.prefix(length), as: UTF8.self))
            rest = rest.dropFirst(length)
        }
        received += bodies
        return bodies
    }

    func quoted(_ text: String) -> String { (try? String(decoding: JSONEncoder().encode(text), as: UTF8.self)) ?? "\"\"" }
}

/// "X015 1:19-1:26" of every diagnostic in a publishDiagnostics body, lines and columns as sent.
func published(_ body: String?) -> [String] {
    struct Body: Decodable {
        struct Params: Decodable {
            struct Item: Decodable {
                struct Range: Decodable {
                    struct Position: Decodable { var line: Int, character: Int }
                    var start: Position, end: Position
                }
                var code: String
                var range: Range
            }
            var diagnostics: [Item]
        }
        var params: Params
    }
    guard let body, let decoded = try? JSONDecoder().decode(Body.self, from: Data(body.utf8)) else { return ["unreadable"] }
    return decoded.params.diagnostics.map {
        "\($0.code) \($0.range.start.line):\($0.range.start.character)-\($0.range.end.line):\($0.range.end.character)"
    }
}

private let utf8 = #"{"general":{"positionEncodings":["utf-8","utf-16"]}}"#

@Suite struct LifeCycleTests {
    @Test func initialize() {
        var session = Session()
        let reply = session.start().first ?? ""
        #expect(reply.contains(#""id":"init""#) && reply.contains(#""positionEncoding":"utf-16""#) && reply.contains(#""change":2"#))
        var other = Session()
        #expect(other.start(capabilities: utf8).first?.contains(#""positionEncoding":"utf-8""#) == true)
        #expect(session.send(#"{"jsonrpc":"2.0","id":2,"method":"initialize","params":{"capabilities":{}}}"#).first?.contains("-32600") == true)
    }

    @Test func beforeAndAfter() {
        var session = Session()
        #expect(session.send(#"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{}}"#).first?.contains("-32002") == true)
        #expect(session.send(#"{"jsonrpc":"2.0","method":"textDocument/didSave","params":{}}"#) == [])
        session.start()
        #expect(session.send(#"{"jsonrpc":"2.0","id":3,"method":"shutdown"}"#) == [#"{"id":3,"jsonrpc":"2.0","result":null}"#])
        #expect(session.send(#"{"jsonrpc":"2.0","id":4,"method":"textDocument/hover","params":{}}"#).first?.contains("-32600") == true)
        session.send(#"{"jsonrpc":"2.0","method":"exit"}"#)
        #expect(session.server.exitCode == 0)
        var rude = Session()
        rude.start()
        rude.send(#"{"jsonrpc":"2.0","method":"exit"}"#)
        #expect(rude.server.exitCode == 1)
    }

    @Test func unknownMethods() {
        var session = Session()
        session.start()
        #expect(session.send(#"{"jsonrpc":"2.0","id":1,"method":"no/such"}"#).first?.contains("-32601") == true)
        #expect(session.send(#"{"jsonrpc":"2.0","id":-5,"method":"$/such","params":{}}"#).first?.contains(#""id":-5"#) == true)
        #expect(session.send(#"{"jsonrpc":"2.0","method":"no/such","params":{}}"#) == [])
        #expect(session.send(#"{"jsonrpc":"2.0","id":9,"result":null}"#) == [], "a reply is not answered")
    }

    @Test func cancelledBeforeItsTurn() {
        var session = Session()
        session.start()
        let both = Session.framed(#"{"jsonrpc":"2.0","id":7,"method":"x/y"}"#) + Session.framed(#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":7}}"#)
        #expect(session.send(raw: both).first?.contains("-32800") == true)
        #expect(session.send(#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":99}}"#) == [])
    }
}

@Suite struct FramingTests {
    private let probe = #"{"jsonrpc":"2.0","id":1,"method":"x/å"}"#

    @Test func anyPortions() {
        var session = Session()
        session.start()
        var replies: [String] = []
        for byte in Session.framed(probe) { replies += session.send(raw: [byte]) }
        #expect(replies.count == 1)
        #expect(session.send(raw: Session.framed(probe) + Session.framed(probe)).count == 2)
    }

    @Test func headers() {
        var session = Session()
        session.start()
        for header in ["content-length: %\r\n\r\n", "Content-Type: a; charset=utf-8\r\nContent-Length: %\r\n\r\n", "Content-Length:%\r\nX: y\r\n\r\n"] {
            #expect(session.send(raw: Array((header.replacing("%", with: "\(probe.utf8.count)") + probe).utf8)).count == 1)
        }
    }

    @Test(arguments: [
        "Content-Length: abc\r\n\r\n", "X-Thing: 1\r\n\r\n", "Content-Length: 99999999999999999999\r\n\r\n", "Content-Length: -1\r\n\r\n",
        "Content-Length: 5\r\n\r\n{\"a\":", "Content-Length: 20\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":900,\"method\":\"x\"}",
        "Content-Length: 90\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":900,\"method\":\"x\"}",
    ]) func survives(_ bad: String) {
        var session = Session()
        session.start()
        session.send(raw: Array(bad.utf8))
        let replies = session.send(raw: Session.framed(probe) + Session.framed(probe.replacing("1,", with: "2,")))
        #expect(replies.contains { $0.contains(#""id":2"#) && $0.contains("-32601") })
        #expect(session.received.contains { $0.contains("-32700") && $0.contains(#""id":null"#) })
    }

    @Test func notARequest() {
        for body in ["{}", "[]", "1", #"{"jsonrpc":"2.0","id":77}"#, #"{"jsonrpc":"2.0","id":{},"method":"x"}"#] {
            var session = Session()
            session.start()
            #expect(session.send(body).first?.contains("-32600") == true, "\(body)")
        }
        var session = Session()
        session.start()
        let body = Array(#"{"jsonrpc":"2.0","id":1,"method":"x"#.utf8) + [0xFF] + Array(#""}"#.utf8)
        #expect(session.send(raw: Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body).first?.contains(#""error""#) == true, "not UTF-8")
    }

    @Test(arguments: 0..<60) func anyBytes(_ seed: Int) {
        var session = Session(), state = UInt64(seed) &+ 1
        session.start()
        func random(_ bound: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % bound
        }
        var bytes = Session.framed(#"{"jsonrpc":"2.0","id":3,"method":"textDocument/hover","params":{"a":[1,"å"]}}"#)
        for _ in 0...random(5) { bytes[Int(random(UInt64(bytes.count)))] = UInt8(random(256)) }
        session.send(raw: bytes)
        #expect(session.server.exitCode == nil, "seed \(seed)")
    }
}

@Suite struct DiagnosticTests {
    private let text = "subject Client {\n  relation: OwnClient becuase \"😀\" fro x\n}\n"

    private func syntax(_ items: [String]) -> [String] { items.filter { $0.hasPrefix("X") } }

    @Test func openedAndMended() {
        var session = Session()
        session.start()
        session.open(text)
        #expect(syntax(published(session.settle().first)) == ["X015 1:22-1:29", "X015 1:35-1:38"])
        // Two edits in one message, the second counted on the text that the first leaves.
        session.change(
            #"{"range":{"start":{"line":1,"character":22},"end":{"line":1,"character":29}},"text":"because"},{"range":{"start":{"line":1,"character":34},"end":{"line":1,"character":40}},"text":""}"#,
            version: 2)
        let body = session.settle().first
        #expect(syntax(published(body)) == [])
        #expect(body?.contains(#""version":2"#) == true)
    }

    /// A finding that rests on a norm leads to its text, where the editor can show a link.
    @Test func theNormsOwnText() {
        let vague = "edition 2026\nuse gdpr\npurpose Keep \"Keep the files\" is CaseHandling\nsubject Client { relaton: OwnClient }\n"
        for isSupported in [true, false] {
            var session = Session()
            session.start(capabilities: #"{"textDocument":{"publishDiagnostics":{"codeDescriptionSupport":\#(isSupported)}}}"#)
            session.open(vague.replacing("relaton", with: "relation"))
            let body = session.settle().first ?? ""
            #expect(body.contains(#""code":"P001""#))
            #expect(body.contains(#""codeDescription":{"href":"https://eur-lex.europa.eu/eli/reg/2016/679/oj"}"#) == isSupported)
        }
        var session = Session()
        session.start(capabilities: #"{"textDocument":{"publishDiagnostics":{"codeDescriptionSupport":true}}}"#)
        session.open("edition 2026\nsubject Client { relaton: OwnClient }\n")
        #expect(session.settle().first?.contains("codeDescription") == false, "no norm, no link")
    }

    @Test func columnsInBytes() {
        var session = Session()
        session.start(capabilities: utf8)
        session.open(text)
        #expect(syntax(published(session.settle().first)) == ["X015 1:22-1:29", "X015 1:37-1:40"])
    }

    @Test func onlyTheNewestVersionIsTold() {
        var session = Session()
        session.start()
        session.open("subject A {\n")
        let old = session.server.nextJob()
        session.change(#"{"text":"subject A\n"}"#, version: 2)
        let bytes = old.map { session.server.finish($0.run()) }
        #expect(bytes == [], "the text has changed since that check began")
        let replies = session.settle()
        #expect(replies.count == 1 && replies[0].contains(#""version":2"#) && syntax(published(replies[0])) == [])
        #expect(session.settle() == [], "nothing is checked twice")
    }

    @Test func aBurstIsCheckedOnce() {
        var session = Session()
        session.start()
        session.open("")
        for version in 2...20 { session.change(#"{"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}},"text":"/"}"#, version: version) }
        #expect(session.settle().count == 1)
    }

    @Test func importsSeeTheOpenText() {
        var session = Session(files: ["/w/b.lagrum": "subject Other {\n"])
        session.start()
        session.open("import \"b.lagrum\"\nimport \"none.lagrum\"\n")
        #expect(published(session.settle().first).contains { $0.hasPrefix("N031 1:") })
        session.open("subject Other\n", uri: "file:///w/b.lagrum")
        #expect(session.settle().count == 2, "what imports a changed text is checked again")
    }

    @Test func closedAndUnknown() {
        var session = Session()
        session.start()
        session.open("subject A {")
        session.send(#"{"jsonrpc":"2.0","method":"textDocument/didClose","params":{"textDocument":{"uri":"file:///w/a.lagrum"}}}"#)
        #expect(session.received.last?.contains(#""diagnostics":[]"#) == true)
        #expect(session.settle() == [])
        session.change(#"{"text":"x"}"#, version: 5)
        #expect(session.settle() == [], "a change of what is not open changes nothing")
        session.send(#"{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":7}}"#)
        #expect(session.server.exitCode == nil)
    }

    @Test func placesOutsideTheText() {
        var session = Session()
        session.start()
        session.open("a\n")
        session.change(#"{"range":{"start":{"line":900,"character":9},"end":{"line":901,"character":0}},"text":"subject B"}"#, version: 2)
        session.change(#"{"range":{"start":{"line":-3,"character":-1},"end":{"line":0,"character":1}},"text":""}"#, version: 3)
        #expect(syntax(published(session.settle().first)) == [])
    }

    @Test func languageOfTheEditor() {
        var session = Session()
        session.start(locale: "sv-SE")
        session.open("subject A {")
        #expect(session.settle().first?.contains("Blocket öppnas här") == true)
    }

    @Test func strangeAddresses() {
        var session = Session()
        session.start()
        session.open("subject A {", uri: "untitled:Namnlös-1")
        #expect(session.settle().first?.contains("untitled:Namnlös-1") == true)
        session.open("subject A {", uri: "file:///w/%C3%A5%20b.lagrum")
        #expect(session.settle().first?.contains("file:///w/%C3%A5%20b.lagrum") == true)
    }
}
