import type { ReactElement, ReactNode } from 'react';
import type { ResourceProps } from 'ra-core';

import type { Right } from './api/types';

export interface Page {
  to: string;
  /** A key of the texts. */
  label: string;
  icon: ReactElement;
  right: Right;
}

/** What the panel knows of a module before anything of it is loaded. */
export interface Module {
  /** Its entries in the menu; each is there for those who have its right. */
  menu: Page[];
  /** Pages of react-admin, with lazy components. Their rights are in the table of resources. */
  resources?: ResourceProps[];
  /** Pages of the module's own, with lazy elements. */
  routes?: { path: string; right: Right; element: ReactNode }[];
}
