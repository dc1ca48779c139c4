import { useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect, useSyncExternalStore } from 'react';
import { useLocation, useNavigate, useNavigationType } from 'react-router-dom';

import { chosenShop, type ChosenShop } from '../api/chosenShop';

/** The shop that a superadmin looks into. One is chosen by going there: who stays with a half-filled form has not. */
export const useChosenShop = () => {
  const shop = useSyncExternalStore(chosenShop.subscribe, chosenShop.get);
  const navigate = useNavigate();
  const choose = (next: ChosenShop | null) =>
    void navigate(next ? '/shop' : '/superadmin/shops', { state: { chosen: next } });
  return { shop, choose };
};

/** Takes the shop that was gone to, before the page asks for anything; what was read of another is forgotten. */
export const useArrival = () => {
  const queries = useQueryClient();
  const isNew = useNavigationType() === 'PUSH';
  const { state } = useLocation() as { state: { chosen?: ChosenShop | null } | null };
  const chosen = isNew ? state?.chosen : undefined;
  useLayoutEffect(() => {
    if (chosen === undefined || chosen?.id === chosenShop.get()?.id) return;
    chosenShop.set(chosen);
    void queries.resetQueries();
  }, [chosen, queries]);
};
