/** The same work, done once for each thing and remembered for as long as that thing is kept. */
export function onceEach<Thing extends object, Made>(work: (thing: Thing) => Made): (thing: Thing) => Made {
  const done = new WeakMap<Thing, { readonly made: Made }>();
  return (thing) => {
    const known = done.get(thing) ?? { made: work(thing) };
    done.set(thing, known);
    return known.made;
  };
}
