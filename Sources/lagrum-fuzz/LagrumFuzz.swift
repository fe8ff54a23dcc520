// What libFuzzer calls with input after input: parse, format and check, which must never fall or complain. Built by `make fuzz` only.
import Glibc
import Trial

private let trial = Trial()

/// libFuzzer's own loop, which the sanitizer's runtime brings.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@main
struct LagrumFuzz {
    static func main() {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        exit(runDriver(&count, &arguments) { start, count in
            let complaints = trial.complaints(Array(UnsafeBufferPointer(start: start, count: count)))
            guard let complaint = complaints.first else { return 0 }
            // libFuzzer keeps the input of a process that aborts.
            _ = Array((complaint + "\n").utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
            abort()
        })
    }
}
