import { type CheckInInput } from '@podmates/domain';
import { type OutboxEntry, type WaitingFile } from '../app/check-in/outbox-entry';

export const anInput = (over: Partial<CheckInInput> = {}): CheckInInput => ({
  slotId: 's1_0',
  clientMutationId: 'c',
  status: 'done',
  rpe: 5,
  win: 'ran',
  tweak: '',
  proof: { kind: 'none' },
  visibility: 'pod',
  capturedAt: '2026-11-24T12:00:00Z',
  clientSkewMs: null,
  ...over,
});

export const anEntry = (clientMutationId: string, over: Partial<OutboxEntry> = {}): OutboxEntry => ({
  clientMutationId,
  memberId: 'ana',
  slotId: 's1_0',
  day: '2026-11-24',
  input: anInput({ clientMutationId }),
  place: 1,
  keepsFile: false,
  fate: { kind: 'waiting' },
  file: { kind: 'none' },
  ...over,
});

export const aWaitingFile = (clientMutationId: string, over: Partial<WaitingFile> = {}): WaitingFile => ({
  kind: 'waiting',
  clientMutationId,
  name: 'me.png',
  contentType: 'image/png',
  bytes: 3,
  path: null,
  ...over,
});

export const RECEIVED = { kind: 'received', receivedAt: '2026-11-24T12:00:00Z', isLate: false, streak: 3 } as const;
