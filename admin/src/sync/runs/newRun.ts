import type { Schemas } from '../../api/types';

/** What the form holds; ids are as somebody types or pastes them. */
export interface RunForm {
  scope: Schemas['NewRun']['scope'];
  since?: string | null;
  ids?: string | null;
  dry_run?: boolean;
}

const SEPARATORS = /[\s,;]+/;

export const newRun = ({ scope, since, ids, dry_run }: RunForm): Schemas['NewRun'] => {
  const numbers = scope === 'all' ? [] : numbersIn(ids);
  return {
    scope,
    dry_run: dry_run ?? false,
    since: since ? new Date(since).toISOString() : null,
    ids: numbers.length > 0 ? numbers : null,
  };
};

export const areIds = (typed: string | null | undefined): boolean => numbersIn(typed).every((id) => Number.isSafeInteger(id) && id > 0);

const numbersIn = (typed: string | null | undefined): number[] => (typed ?? '').split(SEPARATORS).filter(Boolean).map(Number);
