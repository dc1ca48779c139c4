interface Module<Component> {
  default: Component;
}

export interface Coming<Component> {
  /** Asks for the code before it is drawn. */
  come: () => Promise<Module<Component>>;
  /** For `lazy`, which draws at once what has come. */
  load: () => Promise<Module<Component>>;
}

/**
 * The code of a page that may be known to be wanted. React waits even for a promise that is kept, shows that it waits,
 * and having shown that keeps what follows back for 0.3 s.
 */
export const coming = <Component>(ask: () => Promise<Module<Component>>): Coming<Component> => {
  let there: Module<Component> | undefined;
  const come = async () => (there = await ask());
  return { come, load: () => (there ? kept(there) : come()) };
};

/** A promise that gives its value before `then` returns. */
const kept = <T>(value: T) => ({ then: (take: (value: T) => void) => take(value) }) as Promise<T>;
