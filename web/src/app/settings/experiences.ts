/** The five steps of `Member.experience` in words. */
export const EXPERIENCES: readonly { readonly value: number; readonly name: string }[] = [
  { value: 1, name: 'New to it' },
  { value: 2, name: 'Tried it a few times' },
  { value: 3, name: 'On and off for a while' },
  { value: 4, name: 'Steady for a year or more' },
  { value: 5, name: 'Seasoned' },
];
