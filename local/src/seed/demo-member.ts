import { type PlanInput, type Track } from '@podmates/domain';
import { SPRINT_TEMPLATES } from '@podmates/domain/sprints';
import { type Desks } from '../../../functions/src/runtime/desks';
import { DEMO_AVAILABILITY, type DemoPerson } from './demo-people';

/** Where no mail can arrive: the name is reserved (RFC 2606). */
export const emailOf = (person: Pick<DemoPerson, 'id'>): string => `${person.id}@demo.podmates.example`;

/** The template's own plan in the person's zone. */
export const planOf = (person: DemoPerson, track: Track, mutationId: string): PlanInput => {
  const template = SPRINT_TEMPLATES[track];
  return {
    clientMutationId: mutationId,
    track,
    goal: { title: template.goalTitle, cadence: template.cadence },
    slots: [...template.slots],
    backup: template.backup,
    availability: DEMO_AVAILABILITY,
    timeZone: person.zone,
    dayStart: '00:00',
  };
};

/** Joins as anybody does, then fills in the profile. */
export async function enterDemoPerson(desks: Desks, person: DemoPerson): Promise<void> {
  await desks.accounts.enter({
    memberId: person.id,
    displayName: person.name,
    email: emailOf(person),
    timeZone: person.zone,
    language: 'en',
    isDemo: true,
  });
  await desks.accounts.saveProfile(person.id, {
    expectedVersion: 1,
    displayName: person.name,
    pronouns: person.pronouns,
    timeZone: person.zone,
    privacy: { pronouns: 'podmates', timeZone: 'podmates' },
    isAdult: true,
    experience: person.experience,
  });
}
