import HistoryIcon from '@mui/icons-material/History';
import { Stack } from '@mui/material';
import { useListContext } from 'ra-core';
import { NumberInput, SelectInput } from 'react-admin';

import { choices } from '../ui/choices';
import { EmptyState } from '../ui/EmptyState';
import { List } from '../ui/List';
import { useColleagues } from '../ui/useColleagues';
import { EntryCard } from './EntryCard';
import { SinceInput } from './SinceInput';
import { ENTITIES, type Entry } from './types';

const WhoInput = (props: { source: string; alwaysOn?: boolean }) => (
  <SelectInput source={props.source} choices={useColleagues()} optionText="name" translateChoice={false} />
);

const filters = [
  <SelectInput key="entity" source="entity" choices={choices(ENTITIES, 'audit.entity')} alwaysOn />,
  <WhoInput key="user" source="user" alwaysOn />,
  <SinceInput key="since" source="since" alwaysOn />,
  <NumberInput key="entity_id" source="entity_id" min={1} step={1} />,
];

const empty = <EmptyState icon={<HistoryIcon />} title="audit.empty.title" hint="audit.empty.hint" />;
const nothingFits = <EmptyState icon={<HistoryIcon />} title="audit.nothing.title" hint="audit.nothing.hint" />;

const Entries = () => {
  const { data = [] } = useListContext<Entry>();
  if (data.length === 0) return nothingFits;
  return (
    <Stack component="ol" sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {data.map((entry) => (
        <EntryCard key={entry.id} entry={entry} />
      ))}
    </Stack>
  );
};

const AuditList = () => (
  <List filters={filters} empty={empty}>
    <Entries />
  </List>
);

export default AuditList;
