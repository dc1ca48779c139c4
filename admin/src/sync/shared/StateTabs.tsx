import { ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useListContext, useTranslate } from 'ra-core';

interface Props {
  states: readonly string[];
  /** Whose states: texts below `sync.code`. */
  of: string;
}

/** Narrows a list down to one state: what matters first, the rest a touch away. */
export const StateTabs = ({ states, of }: Props) => {
  const translate = useTranslate();
  const { filterValues, setFilters, resource } = useListContext();
  return (
    <ToggleButtonGroup
      size="small"
      exclusive
      value={filterValues.state ?? null}
      onChange={(_, state: string | null) => setFilters({ ...filterValues, state: state ?? undefined })}
      aria-label={translate(`resources.${resource}.fields.state`)}
      sx={{ my: 1, mr: 'auto' }}
    >
      {states.map((state) => (
        <ToggleButton key={state} value={state}>
          {translate(`sync.code.${of}.${state}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
};
