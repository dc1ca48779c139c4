import { useTranslate } from 'ra-core';
import { Pagination as RaPagination, type PaginationProps } from 'ra-ui-materialui';
import type { ComponentType } from 'react';

type Named = PaginationProps & { getItemAriaLabel: (type: string) => string };
const WithNames: ComponentType<Named> = RaPagination; // hands on what it does not know

/** react-admin's, which on a phone names its arrows in English only. */
export const Pagination = (props: PaginationProps) => {
  const translate = useTranslate();
  return <WithNames getItemAriaLabel={(type) => translate(`ra.navigation.${type}`)} {...props} />;
};
