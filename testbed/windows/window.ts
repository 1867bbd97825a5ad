import { until } from '../programs/until';
import type { Namespace } from '../engine/namespace';
import type { Prompt } from './prompt';

/** A window of 80 columns with the Command Prompt, as a reader sees it and types in it. */
export class Window {
  private readonly tmux: (...words: readonly string[]) => ReturnType<Namespace['exec']>;

  constructor(
    place: Namespace,
    private readonly prompt: Prompt,
    name: string,
  ) {
    const options = { cwd: prompt.cwd, env: prompt.env };
    this.tmux = (...words) =>
      place.exec('tmux', ['-L', name, '-u', '-f', '/dev/null', ...words], options);
  }

  /** Opens it with a program, the Command Prompt at first. */
  async open(words: readonly string[]): Promise<void> {
    const size = ['-x', '80', '-y', '40'];
    // What a program showed stays when it has ended.
    const stays = [';', 'set', 'remain-on-exit', 'on'];
    await this.tmux('new-session', '-d', ...size, ...this.prompt.wine, ...words, ...stays);
    if (words[0] !== 'cmd') return;
    await this.shows(/>$/);
    for (const line of this.prompt.settings) await this.types(line);
  }

  /** Types a line and Enter. */
  async types(line: string): Promise<void> {
    await this.tmux('send-keys', '-l', line);
    await this.tmux('send-keys', 'Enter');
  }

  /** Presses Ctrl-C. */
  async interrupts(): Promise<void> {
    await this.tmux('send-keys', 'C-c');
  }

  /** Waits until the window matches, and returns its text. */
  shows(pattern: RegExp): Promise<string> {
    return until(
      async () => (await this.tmux('capture-pane', '-p')).stdout.trimEnd(),
      (text) => pattern.test(text),
    );
  }

  async close(): Promise<void> {
    await this.tmux('kill-server');
  }
}
