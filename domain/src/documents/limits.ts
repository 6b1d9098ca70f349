/** Longest texts the product stores, in UTF-16 code units. `firestore.rules` repeats those a client writes itself; a rules test keeps the two equal. */
export const LIMITS = {
  displayName: 60,
  pronouns: 30,
  ifThenPart: 140,
  agendaTitle: 200,
  noteText: 500,
  messageText: 1000,
  messagesPerMinute: 20,
  checkInText: 280,
  link: 500,
  contestNote: 280,
  evidence: 60,
  earlierStays: 20,
  agendaItems: 30,
  alternatives: 8,
  pauses: 20,
  proofBytes: 10 * 1024 * 1024,
  /** Bytes of a proof that is a text file: some thousand lines. */
  proofText: 256 * 1024,
} as const;
