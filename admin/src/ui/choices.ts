/** The choices of a select out of the values of the contract, named by the texts below a key. */
export const choices = <V extends string>(values: readonly V[], of: string) =>
  values.map((id) => ({ id, name: `${of}.${id}` }));
