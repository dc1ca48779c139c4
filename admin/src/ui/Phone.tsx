import { Link } from '@mui/material';
import { useFieldValue, type UseFieldValueOptions } from 'ra-core';
import type { MouseEvent } from 'react';

import { callLink, formatPhone } from './phones';

/** In a row that opens something, a link opens only its own. */
export const alone = (event: MouseEvent) => event.stopPropagation();

/** A phone to call. */
export const Phone = ({ value }: { value: string | null | undefined }) =>
  value ? (
    <Link href={callLink(value)} onClick={alone} sx={{ whiteSpace: 'nowrap' }}>
      {formatPhone(value)}
    </Link>
  ) : null;

/** The same as a field of a record. */
export const PhoneField = (props: UseFieldValueOptions & { label?: string }) => <Phone value={useFieldValue(props)} />;
