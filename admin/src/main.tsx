import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { renew } from './api/session';
import { App } from './App';
import { ordersList } from './orders/ordersList';

/** Most begin with the orders: drawn before their code is there, the page would wait for more than that. */
const beginsWithOrders = /^\/admin\/(orders\/?)?$/.test(window.location.pathname);

const draw = () =>
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );

// Asked for before anything is drawn: whoever has the cookie sees their page one answer sooner.
renew().catch(() => undefined);
if (beginsWithOrders) ordersList.come().then(draw, draw);
else draw();
