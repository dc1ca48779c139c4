import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router-dom';

import { chosenShop, type ChosenShop } from '../api/chosenShop';

/** The shop that a superadmin looks into. What was read of another is forgotten with the choice. */
export const useChosenShop = () => {
  const shop = useSyncExternalStore(chosenShop.subscribe, chosenShop.get);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const choose = (next: ChosenShop | null) => {
    chosenShop.set(next);
    navigate(next ? '/shop' : '/superadmin/shops');
    void queries.resetQueries();
  };
  return { shop, choose };
};
