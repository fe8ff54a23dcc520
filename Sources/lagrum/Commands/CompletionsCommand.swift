// `lagrum completions`: what a shell needs to complete commands, options, values and specifications.
import ArgumentParser
import Source

struct CompletionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions", _superCommandName: Lagrum.name,
        abstract: told(sv: "Skriver komplettering för bash, zsh eller fish.", en: "Writes completions for bash, zsh or fish."),
        discussion: told(
            sv: """
                bash: lagrum completions bash > ~/.local/share/bash-completion/completions/lagrum
                zsh: lagrum completions zsh > en mapp i $fpath, med namnet _lagrum
                fish: lagrum completions fish > ~/.config/fish/completions/lagrum.fish
                """,
            en: """
                bash: lagrum completions bash > ~/.local/share/bash-completion/completions/lagrum
                zsh: lagrum completions zsh > a folder of $fpath, under the name _lagrum
                fish: lagrum completions fish > ~/.config/fish/completions/lagrum.fish
                """))

    enum Shell: String, Choice { case bash, zsh, fish }

    @Argument(help: .told(sv: "Skalet.", en: "The shell.", value: Message(sv: "skal", en: "shell")))
    var shell: Shell

    @OptionGroup var languageOption: LanguageOption

    func run() {
        Terminal.write(Lagrum.completionScript(for: shell.known) + "\n")
    }
}

extension CompletionsCommand.Shell {
    fileprivate var known: CompletionShell {
        switch self {
        case .bash: .bash
        case .zsh: .zsh
        case .fish: .fish
        }
    }
}
