// Paths in one spelling, so that a file is itself however it is named.
import Checker
import Testing

struct PathsTests {
    @Test(arguments: [
        ("a", "a"), ("a/b.lagrum", "a/b.lagrum"), ("/a/b", "/a/b"), ("..a/...", "..a/..."), (".hidden/a", ".hidden/a"),
        ("", "."), (".", "."), ("/", "/"), ("./a", "a"), ("a/.", "a"), ("a/", "a"), ("a//b", "a/b"), ("//a", "/a"), ("a/./b", "a/b"),
        ("..", ".."), ("../a", "../a"), ("a/../b", "b"), ("a/..", "."), ("a/../../b", "../b"), ("/a/../b", "/b"), ("a/b/../../c", "c"),
    ])
    func oneSpelling(_ path: String, _ normal: String) {
        #expect(Paths.normal(path) == normal)
        #expect(Paths.normal(normal) == normal)
    }
}
