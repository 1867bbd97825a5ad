/** The shells for which there is a completion script. */
export const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];

/** The command that makes the completion of a shell permanent. */
export const installation: Readonly<Record<Shell, string>> = {
  bash: `echo 'eval "$(dkkb completion bash)"' >> ~/.bashrc`,
  zsh: `echo 'eval "$(dkkb completion zsh)"' >> ~/.zshrc`,
  fish: 'dkkb completion fish > ~/.config/fish/completions/dkkb.fish',
};

// Each script asks `dkkb complete` at every TAB, so new labs need no new script. It passes the words
// as they are: nothing on the line is evaluated.
const bash = String.raw`_dkkb() {
  local current=\${COMP_WORDS[COMP_CWORD]} value rest
  COMPREPLY=()
  while IFS=$'\t' read -r value rest; do
    if [[ $value == :files ]]; then
      while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -f -- "$current")
      # Not in bash 3.2, which macOS has.
      compopt -o filenames 2>/dev/null || :
      return 0
    fi
    COMPREPLY+=("$value")
  done < <(dkkb complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _dkkb dkkb
`.replaceAll('\\$', '$');

const zsh = String.raw`_dkkb() {
  local line
  local -a found
  for line in "\${(@f)$(dkkb complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -n $line ]] || continue
    if [[ $line == :files* ]]; then
      _files
      return
    fi
    found+=("\${\${line%%$'\t'*}//:/\\:}:\${line#*$'\t'}")
  done
  _describe -V dkkb found
}
if [[ $funcstack[1] == _dkkb ]]; then
  _dkkb "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
  compdef _dkkb dkkb
fi
`.replaceAll('\\$', '$');

const fish = String.raw`function __dkkb_complete
    set -l words (commandline -opc) (commandline -ct)
    for line in (dkkb complete -- $words[2..-1] 2>/dev/null)
        if string match -q ':files*' -- $line
            __fish_complete_path (commandline -ct)
        else
            echo $line
        end
    end
end
complete -c dkkb -f -k -a '(__dkkb_complete)'
`;

const bodies: Readonly<Record<Shell, string>> = { bash, zsh, fish };

/** The completion script of a shell; its first lines say how to make it permanent. */
export function completionScript(shell: Shell): string {
  const head = shell === 'zsh' ? '#compdef dkkb\n' : '';
  const how = `# Completion of dkkb for ${shell}. To have it in every terminal:\n#   ${installation[shell]}\n`;
  return `${head}${how}${bodies[shell]}`;
}
