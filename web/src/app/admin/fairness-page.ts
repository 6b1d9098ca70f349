import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { Me } from '../accounts/me';
import { Callables } from '../firebase';
import { sayMoment } from '../schedule/say-time';
import { Reading } from '../today/reading';
import { PageHeader, Retry } from '../ui';
import { fairnessCharts } from './fairness-bars';

/** How long whom waits for a pod. For moderators; nobody is named, and small groups are not shown. */
@Component({
  selector: 'app-fairness-page',
  imports: [PageHeader, Reading, Retry],
  templateUrl: './fairness-page.html',
  styleUrl: './fairness-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FairnessPage {
  private readonly callables = inject(Callables);
  private readonly me = inject(Me);
  protected readonly report = resource({ loader: () => this.callables.call('readMatchingFairness', {}) });

  private readonly read = computed(() => (this.report.hasValue() ? this.report.value() : null));
  protected readonly charts = computed(() => {
    const report = this.read();
    return report ? fairnessCharts(report) : [];
  });
  protected readonly asOf = computed(() => {
    const at = this.read()?.asOf;
    return at ? `As of ${sayMoment(new Date(at), this.me.profile()?.timeZone ?? 'UTC')}.` : '';
  });
  protected readonly leftOut = computed(() => {
    const count = this.read()?.leftOut ?? 0;
    if (count === 0) return 'Nobody is left out.';
    return `${count === 1 ? '1 person is' : `${count} people are`} in groups too small to show.`;
  });
}
