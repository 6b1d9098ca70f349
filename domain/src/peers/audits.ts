/** Behaviour 18: of the check-ins with a file that the pod sees, how many are looked at though nobody asked. */
export const AUDIT_RATES = {
  usual: 0.05, // enough that it is worth nobody's while to count on it, and little work for strangers
  inAgreement: 0.2, // money, and a pod in which nobody ever doubted anything
} as const;

export const auditRate = (p: { isStaked: boolean; everChallenged: boolean }): number =>
  p.isStaked && !p.everChallenged ? AUDIT_RATES.inAgreement : AUDIT_RATES.usual;

/** `draw`: evenly from 0 to 1, and not to be foreseen by whoever checks in. */
export const isDrawn = (draw: number, rate: number): boolean => draw < rate;
