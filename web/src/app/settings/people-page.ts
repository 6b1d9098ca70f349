import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Me } from '../accounts/me';
import { OneAsk, PodData, RelationData } from '../firebase';
import { Reading } from '../today/reading';
import { Avatar } from '../ui/avatar';
import { BusyButton } from '../ui/busy-button';
import { Notices } from '../ui/notices';
import { Retry } from '../ui/retry';

const NO_NAME = 'A former podmate';

/** Whom the member would like to meet again, and whom never. */
@Component({
  selector: 'app-people-page',
  imports: [Avatar, BusyButton, Reading, Retry],
  templateUrl: './people-page.html',
  styleUrl: './people-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeoplePage {
  private readonly me = inject(Me);
  private readonly notices = inject(Notices);
  private readonly pods = inject(PodData);
  private readonly data = inject(RelationData);

  protected readonly relations = rxResource({
    params: () => this.me.id(),
    stream: ({ params: id }) => this.data.relations(id),
  });
  private readonly ids = computed(() => {
    const known = this.relations.hasValue() ? this.relations.value() : null;
    return { favourites: known?.favourites ?? [], blocks: known?.blocks ?? [] };
  });
  private readonly hasAny = computed(() => this.ids().favourites.length + this.ids().blocks.length > 0);
  /** Relations hold ids alone; the names stand where the member met these people, and only there. */
  private readonly proposals = rxResource({
    params: () => (this.hasAny() ? this.me.id() : undefined),
    stream: ({ params: id }) => this.data.proposalsTo(id),
  });
  private readonly pod = rxResource({
    params: () => (this.hasAny() ? this.me.podId() : undefined),
    stream: ({ params: id }) => this.pods.pod(id),
  });
  private readonly names = computed(() => {
    const proposals = this.proposals.hasValue() ? this.proposals.value() : [];
    const pod = this.pod.hasValue() ? this.pod.value() : null;
    const oldestFirst = [...proposals.toReversed().flatMap(({ cards }) => cards), ...(pod?.cards ?? [])];
    return new Map(oldestFirst.map(({ id, displayName }) => [id, displayName]));
  });
  /** A list that cannot be named is still a list that can be changed, so a failed look-up is no trouble. */
  protected readonly isKnown = computed(
    () => this.relations.hasValue() && (!this.hasAny() || this.proposals.hasValue() || !!this.proposals.error()),
  );
  protected readonly favourites = computed(() => this.named(this.ids().favourites));
  protected readonly blocked = computed(() => this.named(this.ids().blocks));

  protected readonly asking = new OneAsk();

  protected async forget(memberId: string): Promise<void> {
    if (await this.asking.ask(memberId, 'setFavourite', { memberId, isFavourite: false })) this.notices.say('Removed.');
  }

  protected async unblock(memberId: string): Promise<void> {
    if (await this.asking.ask(memberId, 'unblockMember', { memberId })) this.notices.say('You may meet again.');
  }

  private named(ids: readonly string[]): { id: string; name: string }[] {
    return ids.map((id) => ({ id, name: this.names().get(id) ?? NO_NAME }));
  }
}
