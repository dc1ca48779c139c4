import type { Overview, Tone } from '../troubles';

/** Keys of the texts: how both sides stand, and what that means for who reads it. */
export const sentenceOf = (seen: Pick<Overview, 'agreed' | 'why_not'>, tone: Tone): { title: string; hint: string } => {
  if (seen.agreed && tone === 'success') return { title: 'sync.overview.agreed', hint: 'sync.overview.agreed_hint' };
  if (seen.agreed) return { title: 'sync.overview.agreed_but', hint: 'sync.overview.stuck_hint' };
  const known = isKnown(seen);
  const title = tone === 'error' && known ? 'sync.overview.stuck' : 'sync.overview.unsure';
  return { title, hint: tone === 'error' || known ? 'sync.overview.stuck_hint' : 'sync.overview.unsure_hint' };
};

/** What was never compared may agree all the same. */
const isKnown = ({ why_not }: Pick<Overview, 'why_not'>): boolean => why_not.some((word) => !word.endsWith('_unknown'));
