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

  /** Notes that a connection is open; before all are open, nothing is reported. */
  open(name: string): void {
    this.opened.add(name);
    this.hold();
    if (this.isTold || this.opened.size < this.connections) return;
    this.isTold = true;
    this.onOpen();
  }

  /** Notes that a connection has failed and is tried again. */
  close(name: string): void {
    this.opened.delete(name);
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  /** Takes a change, and reports it a moment later. */
  take(change: Change): void {
    this.waiting.push(change);
    this.hold();
  }

  /** Reports the changes that are held. */
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

// All kinds of a cluster share one count of versions.
function version({ object }: Change): number {
  return Number(object.metadata.resourceVersion) || 0;
}
