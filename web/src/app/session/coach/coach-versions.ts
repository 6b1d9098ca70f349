import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { type CoachDoc } from '@podmates/domain';
import { sayMoment } from '../../schedule/say-time';
import { AskFirst, Retry } from '../../ui';
import { Room } from '../room';
import { sayEditor, sayMadeBy } from './coach-words';
import { diffLines, sayDiff } from './line-diff';
import { SessionCoach } from './session-coach';

/** Earlier versions beside the newest, each of which can be brought back; and the way to take all of it away. */
@Component({
  selector: 'app-coach-versions',
  templateUrl: './coach-versions.html',
  styleUrl: './coach-versions.css',
  imports: [AskFirst, Retry],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CoachVersions {
  private readonly room = inject(Room);
  protected readonly coach = inject(SessionCoach);

  protected readonly newest = computed(() => {
    const doc = this.coach.doc();
    if (!doc) return '';
    const from = doc.restoredFrom ? `, brought back from version ${doc.restoredFrom}` : '';
    return `Version ${doc.version}${from}${this.by(doc)}, ${sayMoment(doc.createdAt, this.coach.zone())}.`;
  });
  protected readonly earlier = computed(() => {
    const newest = this.coach.doc();
    if (!newest || !this.coach.versions.hasValue()) return [];
    const words = newest.lines.map(({ text }) => text);
    return this.coach.versions
      .value()
      .filter(({ version, status }) => version < newest.version && status === 'ready')
      .map((doc) => {
        const diff = diffLines(
          doc.lines.map(({ text }) => text),
          words,
        );
        return {
          version: doc.version,
          madeAt: `${sayMoment(doc.createdAt, this.coach.zone())}${this.by(doc)}`,
          madeBy: sayMadeBy(doc),
          says: sayDiff(diff),
          changed: diff.filter(({ kind }) => kind !== 'kept'),
          act: `restore-${doc.version}`,
        };
      });
  });

  private readonly by = ({ changedBy }: CoachDoc): string =>
    changedBy ? `, ${sayEditor(this.room.nameOf(changedBy))}` : '';
}
