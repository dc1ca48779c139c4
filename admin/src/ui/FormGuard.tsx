import { StrayErrors } from './StrayErrors';
import { Unsaved } from './Unsaved';

/** What every form of a page begins with: nothing typed is lost unasked, no refusal goes unseen. */
export const FormGuard = () => (
  <>
    <Unsaved />
    <StrayErrors />
  </>
);
