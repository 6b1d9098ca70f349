import { Directive, effect, ElementRef, inject, input } from '@angular/core';
import { type Flip } from './flip';

/** A checkbox that stands as its `Flip` does, also where a flip was taken back before the page was drawn again. */
@Directive({ selector: 'input[appFlip]', host: { '(change)': 'turn()' } })
export class FlipSwitch {
  private readonly box = inject<ElementRef<HTMLInputElement>>(ElementRef).nativeElement;
  readonly flip = input.required<Flip>({ alias: 'appFlip' });

  constructor() {
    effect(() => (this.box.checked = this.flip().isOn()));
  }

  protected async turn(): Promise<void> {
    await this.flip().turn(this.box.checked);
    this.box.checked = this.flip().isOn();
  }
}
