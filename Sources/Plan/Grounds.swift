// What an activity rests on and what people were told of it, as a plan states it.
import Source

/// A legal basis, or an exception for sensitive data, that the activity states.
public struct GroundRecord: Hashable, Sendable, Codable {
    public enum Article: String, Hashable, Sendable, Codable { case basis = "6", sensitive = "9", offences = "10" }
    /// The article of the GDPR that asks for it.
    public var article: Article
    public var ground: String
    /// The groups of people or categories of data that it is stated for; none is all.
    public var of: [String]
    /// Provisions of other law that it is stated under.
    public var under: [String]
    public var because: String?
    public init(article: Article, ground: String, of: [String] = [], under: [String] = [], because: String? = nil) {
        (self.article, self.ground, self.of, self.under, self.because) = (article, ground, of, under, because)
    }
}

/// Information that was given before the activity starts.
public struct NoticeRecord: Hashable, Sendable, Codable {
    public var name: String
    public var to: [String]
    public var under: String?
    public var sent: Day?
    public init(name: String, to: [String], under: String? = nil, sent: Day? = nil) {
        (self.name, self.to, self.under, self.sent) = (name, to, under, sent)
    }
}
