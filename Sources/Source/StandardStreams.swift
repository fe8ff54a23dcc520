// A program may be started with its standard streams closed: their numbers must then not be given to the files that it opens.
import Glibc

/// Holds the numbers 0, 1 and 2, so that what is meant for a terminal never ends up in a specification or a database. A stream that
/// was closed stays so for those who use it: it can be neither read nor written.
public func holdStandardStreams() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
        // The lowest free number is this one.
        _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
}
