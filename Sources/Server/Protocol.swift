// The types of JSON-RPC and of the Language Server Protocol 3.17 that this server reads and writes.

import FoundationEssentials

// MARK: JSON-RPC

enum RequestID: Hashable, Codable, Sendable {
    case number(Int)
    case text(String)

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) { self = .number(number) } else { self = .text(try container.decode(String.self)) }
    }
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        }
    }
}

enum ErrorCode {
    static let parse = -32700, invalidRequest = -32600, methodNotFound = -32601, invalidParams = -32602
    static let notInitialized = -32002, cancelled = -32800
}

/// A message from the client, its parameters read by its method.
struct Incoming: Decodable, Sendable {
    enum Params: Sendable {
        case initialize(InitializeParams), didOpen(DidOpenParams), didChange(DidChangeParams)
        case didClose(DocumentParams), didSave(DocumentParams), cancel(CancelParams)
        /// A method without parameters that matter here, or one that the server does not know.
        case none
        /// Parameters of the wrong shape.
        case malformed
    }
    var id: RequestID?
    var hasID: Bool
    var method: String?
    var params: Params
    /// A reply to a request of ours.
    var isReply: Bool

    enum Key: String, CodingKey { case id, method, params, result, error }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        hasID = container.contains(.id)
        id = try? container.decode(RequestID.self, forKey: .id)
        method = try? container.decode(String.self, forKey: .method)
        isReply = method == nil && (container.contains(.result) || container.contains(.error))
        do { params = try Incoming.params(of: method, in: container) } catch { params = .malformed }
    }

    private static func params(of method: String?, in container: KeyedDecodingContainer<Key>) throws -> Params {
        switch method {
        case "initialize": .initialize(try container.decode(InitializeParams.self, forKey: .params))
        case "textDocument/didOpen": .didOpen(try container.decode(DidOpenParams.self, forKey: .params))
        case "textDocument/didChange": .didChange(try container.decode(DidChangeParams.self, forKey: .params))
        case "textDocument/didClose": .didClose(try container.decode(DocumentParams.self, forKey: .params))
        case "textDocument/didSave": .didSave(try container.decode(DocumentParams.self, forKey: .params))
        case "$/cancelRequest": .cancel(try container.decode(CancelParams.self, forKey: .params))
        default: .none
        }
    }
}

struct Response<Result: Encodable>: Encodable {
    var id: RequestID?
    var result: Result
    enum Key: String, CodingKey { case jsonrpc, id, result }
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode("2.0", forKey: .jsonrpc)
        try container.encode(id, forKey: .id)
        try container.encode(result, forKey: .result)
    }
}

/// JSON's `null`, as a result.
struct Null: Encodable {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encodeNil()
    }
}

struct ErrorResponse: Encodable {
    struct Body: Encodable {
        var code: Int
        var message: String
    }
    var id: RequestID?
    var error: Body
    enum Key: String, CodingKey { case jsonrpc, id, error }
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode("2.0", forKey: .jsonrpc)
        try container.encode(id, forKey: .id)
        try container.encode(error, forKey: .error)
    }
}

struct Notification<Params: Encodable>: Encodable {
    var jsonrpc = "2.0"
    var method: String
    var params: Params
}

// MARK: LSP, read

struct InitializeParams: Decodable, Sendable {
    struct Capabilities: Decodable, Sendable {
        struct General: Decodable, Sendable { var positionEncodings: [String]? }
        struct TextDocument: Decodable, Sendable {
            struct Publish: Decodable, Sendable { var relatedInformation, codeDescriptionSupport: Bool? }
            var publishDiagnostics: Publish?
        }
        var general: General?
        var textDocument: TextDocument?
    }
    var processId: Int32?
    var locale: String?
    var capabilities: Capabilities
}

struct DidOpenParams: Decodable, Sendable {
    struct Item: Decodable, Sendable {
        var uri: String
        var version: Int
        var text: String
    }
    var textDocument: Item
}

struct DidChangeParams: Decodable, Sendable {
    struct Identifier: Decodable, Sendable {
        var uri: String
        var version: Int?
    }
    /// Without a range the text replaces the whole document.
    struct Change: Decodable, Sendable {
        var range: Range?
        var text: String
    }
    var textDocument: Identifier
    var contentChanges: [Change]
}

struct DocumentParams: Decodable, Sendable {
    struct Identifier: Decodable, Sendable { var uri: String }
    var textDocument: Identifier
}

struct CancelParams: Decodable, Sendable { var id: RequestID }

// MARK: LSP, both ways

struct Position: Codable, Hashable, Sendable {
    var line: Int
    var character: Int
}

struct Range: Codable, Hashable, Sendable {
    var start: Position
    var end: Position
}

struct Location: Encodable, Sendable {
    var uri: String
    var range: Range
}

// MARK: LSP, written

struct InitializeResult: Encodable {
    struct Capabilities: Encodable {
        struct Sync: Encodable {
            var openClose = true
            /// Incremental.
            var change = 2
            var save = true
        }
        var positionEncoding: String
        var textDocumentSync = Sync()
    }
    struct Info: Encodable {
        var name = "lagrum"
        var version: String
    }
    var capabilities: Capabilities
    var serverInfo: Info
}

struct PublishParams: Encodable {
    struct Item: Encodable {
        struct Related: Encodable {
            var location: Location
            var message: String
        }
        struct Description: Encodable { var href: String }
        var range: Range
        /// 1 error, 2 warning, 3 information.
        var severity: Int
        var code: String
        /// Where the norm's own text stands.
        var codeDescription: Description?
        var source = "lagrum"
        var message: String
        var relatedInformation: [Related]?
    }
    var uri: String
    var version: Int?
    var diagnostics: [Item]
}
