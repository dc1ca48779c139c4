import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { renew } from './api/session';
import { App } from './App';

// Asked for before anything is drawn: whoever has the cookie sees their page one answer sooner.
renew().catch(() => undefined);
// Most begin with the orders: their code comes with the answer to that, not after it.
if (/^\/admin\/(orders\/?)?$/.test(window.location.pathname)) void import('./orders/OrdersList');

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
