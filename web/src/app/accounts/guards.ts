import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, Router } from '@angular/router';
import { Identity } from '../firebase';
import { Departure } from './departure';
import { Entrance } from './entrance';
import { Me } from './me';

/** Lets active members in; everybody else goes to `/sign-in`, which says why and comes back here afterwards. */
export const signedIn: CanActivateFn = async (_route, { url }) => {
  const [identity, me, entrance, departure, router] = [
    inject(Identity),
    inject(Me),
    inject(Entrance),
    inject(Departure),
    inject(Router),
  ];
  const toSignIn = (why?: string) => router.createUrlTree(['/sign-in'], { queryParams: { next: url, why } });
  try {
    await identity.whenKnown();
    if (!identity.user()) return toSignIn();
    const standing = await me.whenKnown();
    if (standing === null) await entrance.enter(); // a first visit that broke off after the provider's page
    if (standing === 'active' || standing === null) return true;
    await departure.leave(standing);
    return false;
  } catch {
    return toSignIn('unreachable');
  }
};

/** Lets those through for whom `isFor` holds; the others begin a sprint. Runs after `signedIn`. */
const onlyIf =
  (isFor: (me: Me) => boolean | Promise<boolean>): CanActivateFn =>
  async () => {
    const [me, router] = [inject(Me), inject(Router)];
    await me.whenKnown();
    return (await isFor(me)) ? true : router.createUrlTree(['/start']);
  };

export const hasSprint = onlyIf((me) => !!me.sprintId());

/** A pod goes on when a member's sprint ends. */
export const hasPodOrSprint = onlyIf((me) => !!(me.podId() ?? me.sprintId()));

/** A request stays in the queue when the sprint that made it ends. */
export const mayBeMatched = onlyIf((me) => !!(me.podId() ?? me.sprintId()) || me.whenRequestKnown());

/** For everybody else there is no such page, so that nobody learns of it. */
export const moderates: CanMatchFn = () =>
  inject(Identity)
    .isModerator()
    .catch(() => false);
