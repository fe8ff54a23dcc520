// What the operating system says of a failed call, in both languages.
import Glibc

/// The reason behind an `errno`, without a full stop, to stand inside a sentence. A rare one is told by the system's own words.
public func systemReason(_ code: Int32) -> Message {
    switch code {
    case ENOENT: Message(sv: "den finns inte", en: "there is no such file or folder")
    case EACCES, EPERM: Message(sv: "behörighet saknas", en: "permission denied")
    case EISDIR: Message(sv: "det är en mapp", en: "it is a folder")
    case ENOTDIR: Message(sv: "en del av sökvägen är ingen mapp", en: "a part of the path is not a folder")
    case EEXIST: Message(sv: "den finns redan", en: "it exists already")
    case EIO: Message(sv: "läs- eller skrivfel på lagringsmediet", en: "input or output error")
    case EROFS: Message(sv: "filsystemet är skrivskyddat", en: "the file system is read-only")
    case ENOSPC: Message(sv: "lagringsutrymmet är slut", en: "no space is left")
    case EDQUOT: Message(sv: "tilldelat lagringsutrymme är slut", en: "the disk quota is used up")
    case EFBIG: Message(sv: "filen får inte bli större", en: "the file may not grow larger")
    case ENAMETOOLONG: Message(sv: "namnet är för långt", en: "the name is too long")
    case ELOOP: Message(sv: "de symboliska länkarna går runt", en: "the symbolic links go in a circle")
    case EMFILE, ENFILE: Message(sv: "för många filer är öppna", en: "too many files are open")
    case ENOMEM: Message(sv: "minnet är slut", en: "out of memory")
    case EBADF: Message(sv: "den är inte öppen", en: "it is not open")
    case EBUSY, ETXTBSY: Message(sv: "den används av ett annat program", en: "it is in use by another program")
    case ENOEXEC: Message(sv: "den går inte att köra", en: "it can't be run")
    default:
        Message(
            sv: "systemfel \(code): \(String(cString: strerror(code)))", en: "system error \(code): \(String(cString: strerror(code)))")
    }
}
