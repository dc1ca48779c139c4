import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { renew } from './api/session';
import { App } from './App';

// Asked for before anything is drawn: whoever has the cookie sees their page one answer sooner.
renew().catch(() => undefined);

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
