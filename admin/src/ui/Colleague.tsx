import { useFieldValue, useTranslate, type UseFieldValueOptions } from 'ra-core';

import { useColleagues } from './useColleagues';

/** Who of the shop it was, told by their id. Nobody: it happened by itself. */
export const Colleague = ({ id }: { id: number | null | undefined }) => {
  const translate = useTranslate();
  const colleagues = useColleagues();
  if (id === null || id === undefined) return <>—</>;
  if (!colleagues) return <>…</>;
  return <>{colleagues.find((one) => one.id === id)?.name ?? translate('team.somebody', { id })}</>;
};

/** The same as a field of a record. */
export const ColleagueField = (props: UseFieldValueOptions & { label?: string }) => (
  <Colleague id={useFieldValue(props)} />
);
