// The language server as a value: bytes in, bytes out, and checks handed out as jobs for whoever drives it.

public import Checker
import Editor
import FoundationEssentials
public import Source

/// Driven by `receive`, `nextJob` and `finish`. Requests are answered in the order in which they come; diagnostics are told
/// only for the newest version of a document, whatever the order in which checks end.
public struct Server: Sendable {
    public typealias Reader = @Sendable (String) throws(ReadProblem) -> [UInt8]

    /// Set when the session is over: the program ends with it.
    public private(set) var exitCode: Int32?
    /// The editor's process: when it is gone, nobody is left to serve.
    public private(set) var clientProcess: Int32?

    private enum State { case fresh, running, shutDown }
    private var state = State.fresh
    private var frames = FrameReader()
    private var documents: [String: OpenDocument] = [:]
    private var encoding = PositionEncoding.utf16
    private var language: Language
    private var hasRelatedInformation = false, hasCodeDescription = false
    private let version: String
    private let asOf: Day?
    private let today: Day
    /// What the user's option says; an editor's own language goes before the configuration's.
    private var stated: Language?
    private let configuration: ConfigurationChoice
    private let reader: SourceReader

    /// - Parameters:
    ///   - reader: reads files that no editor has open.
    ///   - asOf: the day whose law counts; without it, the configuration's, or today.
    ///   - language: of messages; without it, the editor's, the configuration's or the environment's.
    public init(
        version: String, asOf: Day?, today: Day, language: Language?, environment: Language, configuration: ConfigurationChoice,
        reader: SourceReader
    ) {
        (self.version, self.asOf, self.today) = (version, asOf, today)
        (stated, self.language) = (language, language ?? environment)
        (self.configuration, self.reader) = (configuration, reader)
    }

    /// Without a configuration.
    public init(version: String, asOf: Day, language: Language, reader: @escaping Reader) {
        self.init(
            version: version, asOf: asOf, today: asOf, language: language, environment: language, configuration: .none,
            reader: SourceReader(bytes: reader, specifications: { _ throws(ReadProblem) in throw .missing }))
    }

    /// Takes what came in, in any portions, and gives what is to be written.
    public mutating func receive(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        frames.feed(bytes)
        var queue: [Incoming] = [], output: [UInt8] = []
        while let next = frames.next() {
            guard case .body(let body) = next else {
                output += failure(nil, ErrorCode.parse, "a header without a Content-Length that can be read")
                continue
            }
            switch decode(body) {
            case .success(let message): queue.append(message)
            case .failure(let problem):
                if problem.code == ErrorCode.parse { frames.resynchronise(after: body) }
                // Replies keep the order of what they reply to.
                output += handle(&queue) + failure(nil, problem.code, problem.text)
            }
        }
        return output + handle(&queue)
    }

    // MARK: Messages

    private struct Problem: Error {
        var code: Int
        var text: String
    }

    private func decode(_ body: [UInt8]) -> Result<Incoming, Problem> {
        do {
            return .success(try JSONDecoder().decode(Incoming.self, from: Data(body)))
        } catch DecodingError.dataCorrupted {
            return .failure(Problem(code: ErrorCode.parse, text: "the message is not JSON in UTF-8"))
        } catch {
            return .failure(Problem(code: ErrorCode.invalidRequest, text: "the message is no request"))
        }
    }

    /// Handles what has come, in order; a request that a later message of the same portion cancels is not carried out.
    private mutating func handle(_ queue: inout [Incoming]) -> [UInt8] {
        defer { queue.removeAll() }
        var cancelled: Set<RequestID> = [], output: [UInt8] = []
        for message in queue { if case .cancel(let params) = message.params { cancelled.insert(params.id) } }
        for message in queue where exitCode == nil {
            guard let method = message.method else {
                if !message.isReply { output += failure(message.id, ErrorCode.invalidRequest, "a message has a method or a result") }
                continue
            }
            if !message.hasID {
                output += notified(method, message.params)
            } else if let id = message.id {
                output += cancelled.contains(id) && method != "initialize" && method != "shutdown"
                    ? failure(id, ErrorCode.cancelled, "cancelled") : request(method, id, message.params)
            } else {
                output += failure(nil, ErrorCode.invalidRequest, "an id is a number or a text")
            }
        }
        return output
    }

    private mutating func request(_ method: String, _ id: RequestID, _ params: Incoming.Params) -> [UInt8] {
        switch (state, method) {
        case (.fresh, "initialize"):
            guard case .initialize(let params) = params else { return failure(id, ErrorCode.invalidParams, "initialize: wrong parameters") }
            return initialize(id, params)
        case (.fresh, _): return failure(id, ErrorCode.notInitialized, "the first request is initialize")
        case (.shutDown, _): return failure(id, ErrorCode.invalidRequest, "the server is shut down")
        case (.running, "initialize"): return failure(id, ErrorCode.invalidRequest, "the server is initialized already")
        case (.running, "shutdown"):
            state = .shutDown
            documents.removeAll()
            return encoded(Response(id: id, result: Null()))
        case (.running, _): return failure(id, ErrorCode.methodNotFound, "there is no method \(method)")
        }
    }

    private mutating func initialize(_ id: RequestID, _ params: InitializeParams) -> [UInt8] {
        state = .running
        clientProcess = params.processId
        encoding = PositionEncoding(offered: params.capabilities.general?.positionEncodings)
        hasRelatedInformation = params.capabilities.textDocument?.publishDiagnostics?.relatedInformation ?? false
        hasCodeDescription = params.capabilities.textDocument?.publishDiagnostics?.codeDescriptionSupport ?? false
        if let locale = params.locale {
            language = locale.lowercased().hasPrefix("sv") ? .sv : .en
            stated = language
        }
        let capabilities = InitializeResult.Capabilities(positionEncoding: encoding.rawValue)
        return encoded(Response(id: id, result: InitializeResult(capabilities: capabilities, serverInfo: .init(version: version))))
    }

    private mutating func notified(_ method: String, _ params: Incoming.Params) -> [UInt8] {
        if method == "exit" {
            exitCode = state == .shutDown ? 0 : 1
            return []
        }
        guard state == .running else { return [] }
        switch params {
        case .didOpen(let params):
            let item = params.textDocument, path = URIs.path(item.uri)
            let stamp = documents[item.uri]?.stamp ?? 0
            documents[item.uri] = OpenDocument(
                uri: item.uri, path: path, version: item.version, text: Text(path: path, item.text), stamp: stamp)
            touch(path)
        case .didChange(let params):
            guard var document = documents[params.textDocument.uri] else { return [] }
            // Out of the table while it changes, so that its text has one owner.
            for change in params.contentChanges { document.text = encoding.applying(change, to: document.text) }
            document.version = params.textDocument.version ?? document.version + 1
            documents[document.uri] = document
            touch(document.path)
        case .didClose(let params):
            guard let document = documents.removeValue(forKey: params.textDocument.uri) else { return [] }
            touch(document.path)
            return publish(PublishParams(uri: document.uri, version: nil, diagnostics: []))
        case .didSave(let params): touch(URIs.path(params.textDocument.uri))
        case .initialize, .cancel, .none, .malformed: break
        }
        return []
    }

    /// A path's text is another: what reads it has to be checked again.
    private mutating func touch(_ path: String) {
        for (uri, document) in documents where document.path == path || document.reads.contains(path) { documents[uri]?.isStale = true }
    }

    // MARK: Checks

    /// A check of one document and what it imports. Pure, and independent of the server: it may run anywhere.
    public struct Job: Sendable {
        let uri: String
        let stamp: Int
        let path: String
        let open: [String: [UInt8]]
        let reader: SourceReader
        /// The document's last check: what has not changed since is taken over from it.
        let previous: Snapshot?
        let asOf: Day?
        let today: Day
        let configuration: ConfigurationChoice

        public func run() -> Outcome {
            var sources = SourceSet()
            let open = open, files = reader
            // What an editor has open counts before what is on disk.
            let reader = SourceReader(
                bytes: { path throws(ReadProblem) in if let bytes = open[path] { bytes } else { try files.bytes(path) } },
                specifications: files.specifications)
            do throws(ReadProblem) { try sources.add(path, after: previous?.sources, reader: reader.bytes) } catch { return Outcome(uri: uri, stamp: stamp, snapshot: nil) }
            sources.checkReferences { path in
                do throws(ReadProblem) { _ = try reader.bytes(path) } catch { return error != .missing }
                return true
            }
            if let configuration = found(reader) { sources.configure(configuration, reader: reader) }
            let day = asOf ?? sources.configuration?.asOf?.value ?? today
            return Outcome(uri: uri, stamp: stamp, snapshot: check(sources, asOf: day, after: previous))
        }

        private func found(_ reader: SourceReader) -> Configuration? {
            switch configuration {
            case .none: return nil
            case .file(let path): return (try? reader.bytes(path)).map { readConfiguration(Text(path: path, bytes: $0)) }
            case .nearest:
                guard path.hasPrefix("/"), case .success(let found) = findConfiguration(from: Paths.folder(of: path), reader: reader.bytes) else { return nil }
                return found
            }
        }
    }

    public struct Outcome: Sendable {
        let uri: String
        let stamp: Int
        let snapshot: Snapshot?
    }

    /// The next check to run, of the newest text; nil when every open document is checked or being checked.
    public mutating func nextJob() -> Job? {
        guard state == .running, exitCode == nil else { return nil }
        // In a fixed order, so that the same session gives the same bytes.
        guard let uri = documents.values.filter(\.isStale).map(\.uri).min(), var document = documents[uri] else { return nil }
        document.isStale = false
        document.stamp += 1
        documents[uri] = document
        let open = Dictionary(documents.values.map { ($0.path, $0.text.bytes) }) { first, _ in first }
        return Job(uri: uri, stamp: document.stamp, path: document.path, open: open, reader: reader, previous: document.snapshot, asOf: asOf, today: today, configuration: configuration)
    }

    /// What a check found, told to the client: unless the document has changed or closed meanwhile.
    public mutating func finish(_ outcome: Outcome) -> [UInt8] {
        guard state == .running, var document = documents[outcome.uri], document.stamp == outcome.stamp else { return [] }
        guard let snapshot = outcome.snapshot else { return [] }
        (document.reads, document.snapshot) = (snapshot.sources.reads, snapshot)
        if stated == nil, let configured = snapshot.sources.configuration?.language?.value { language = configured }
        documents[outcome.uri] = document
        guard !document.isStale else { return [] }
        let items = snapshot.marks(in: 0, language: language).map { item($0, document) }
        return publish(PublishParams(uri: document.uri, version: document.version, diagnostics: items))
    }

    private func item(_ mark: Mark, _ document: OpenDocument) -> PublishParams.Item {
        let reasons = hasRelatedInformation ? mark.reasons : []
        let related = reasons.map { reason in
            let uri = documents.values.first { $0.path == reason.text.path }?.uri ?? URIs.uri(reason.text.path)
            let location = Location(uri: uri, range: encoding.range(reason.range, in: reason.text))
            return PublishParams.Item.Related(location: location, message: reason.message)
        }
        return PublishParams.Item(
            range: encoding.range(mark.range, in: document.text), severity: mark.severity == .error ? 1 : mark.severity == .warning ? 2 : 3,
            code: mark.code, codeDescription: hasCodeDescription ? mark.link.map { .init(href: $0) } : nil, message: mark.message, relatedInformation: related.isEmpty ? nil : related)
    }

    // MARK: Output

    private func publish(_ params: PublishParams) -> [UInt8] {
        encoded(Notification(method: "textDocument/publishDiagnostics", params: params))
    }

    private func failure(_ id: RequestID?, _ code: Int, _ message: String) -> [UInt8] {
        encoded(ErrorResponse(id: id, error: .init(code: code, message: message)))
    }

    private func encoded(_ message: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Every type here is plain text and numbers; should encoding fail all the same, silence is better than half a message.
        guard let body = try? encoder.encode(message) else { return [] }
        return frame(body)
    }
}
