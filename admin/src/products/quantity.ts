const MOST = 10_000;

/** Whether what was typed is a quantity of a recipe: whole pieces, at least one. */
export const isQuantity = (typed: string): boolean => /^\d+$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= MOST;
