import { computed, linkedSignal, type Signal } from '@angular/core';

/** A switch that shows a flip at once. However quickly it is flipped, the server hears the last position, and in turn. */
export class Flip {
  /** Null once the stored position is the wished one. */
  private readonly wish = linkedSignal<boolean, boolean | null>({
    source: () => this.stored(),
    computation: (stored, before) => (before === undefined || before.value === stored ? null : before.value),
  });
  private isSending = false;
  readonly isOn: Signal<boolean> = computed(() => this.wish() ?? this.stored());

  /** `send` answers whether it got through; where it did not, the switch goes back. */
  constructor(
    private readonly stored: () => boolean,
    private readonly send: (isOn: boolean) => Promise<boolean>,
  ) {}

  async turn(isOn: boolean): Promise<void> {
    this.wish.set(isOn);
    if (this.isSending) return;
    this.isSending = true;
    let sent: boolean | null = null;
    for (let next = this.wish(); next !== null && next !== sent; next = this.wish()) {
      if (!(await this.send(next))) {
        this.wish.set(null);
        break;
      }
      sent = next;
    }
    if (this.wish() === this.stored()) this.wish.set(null);
    this.isSending = false;
  }
}
