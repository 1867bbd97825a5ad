import type { Change } from './objects';

/** How long, in milliseconds, a change is held for an earlier one that comes on another connection. */
const held = 250;

/** Brings changes that come on several connections into the order in which the cluster made them. */
export class InOrder {
  private readonly opened = new Set<string>();
  private waiting: Change[] = [];
  private isTold = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly connections: number,
    private readonly onChange: (change: Change) => void,
    private readonly onOpen: () => void = () => undefined,
  ) {}

  /** Hears that a connection is there; before all are, nothing is told. */
  open(name: string): void {
    this.opened.add(name);
    this.hold();
    if (this.isTold || this.opened.size < this.connections) return;
    this.isTold = true;
    this.onOpen();
  }

  /** Hears that a connection has told nothing yet, and is tried again. */
  close(name: string): void {
    this.opened.delete(name);
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Takes a change, to be told in a moment. */
  take(change: Change): void {
    this.waiting.push(change);
    this.hold();
  }

  /** Tells what is held. */
  tell(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const changes = this.waiting;
    this.waiting = [];
    changes.sort((one, other) => version(one) - version(other)).forEach(this.onChange);
  }

  private hold(): void {
    if (this.timer || this.waiting.length === 0 || this.opened.size < this.connections) return;
    this.timer = setTimeout(() => this.tell(), held);
  }
}

// The kinds of a cluster share one count.
function version({ object }: Change): number {
  return Number(object.metadata.resourceVersion) || 0;
}
