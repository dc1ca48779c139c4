import type { Overview, Tone } from '../troubles';

/** Keys of the texts: how both sides stand, and what that means for who reads it. */
export const sentenceOf = (seen: Pick<Overview, 'agreed' | 'why_not'>, tone: Tone): { title: string; hint: string } => {
  const hint = HINT[tone];
  if (seen.agreed) return { title: tone === 'success' ? 'sync.overview.agreed' : 'sync.overview.agreed_but', hint };
  return { title: tone === 'error' && isKnown(seen) ? 'sync.overview.stuck' : 'sync.overview.unsure', hint };
};

/** What was never compared may agree all the same. */
const isKnown = ({ why_not }: Pick<Overview, 'why_not'>): boolean => why_not.some((word) => !word.endsWith('_unknown'));

const HINT: Record<Tone, string> = {
  success: 'sync.overview.agreed_hint',
  warning: 'sync.overview.unsure_hint',
  error: 'sync.overview.stuck_hint',
};
