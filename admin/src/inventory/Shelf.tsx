import { useQuery } from '@tanstack/react-query';

import { answer, api } from '../api/client';
import { Loaded } from '../ui/Loaded';
import { Moment } from '../ui/Moment';
import { Money } from '../ui/Money';
import { Stats } from '../ui/Stats';

/** What the whole shelf is worth, and when it was counted last. */
export const Shelf = () => {
  const query = useQuery({
    queryKey: ['inventory', 'summary'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/inventory/summary', { signal })),
  });
  return (
    <Loaded query={query}>
      {(shelf) => (
        <Stats
          stats={[
            { label: 'inventory.shelf.items', value: shelf.items },
            { label: 'inventory.shelf.pieces', value: shelf.pieces },
            { label: 'inventory.shelf.below_minimum', value: shelf.below_minimum, alarming: shelf.below_minimum > 0 },
            { label: 'inventory.shelf.cost_value', value: <Money value={shelf.cost_value} /> },
            { label: 'inventory.shelf.retail_value', value: <Money value={shelf.retail_value} /> },
            { label: 'inventory.shelf.pending', value: shelf.pending },
            { label: 'inventory.shelf.applied', value: shelf.applied },
            {
              label: 'inventory.shelf.last_applied_at',
              value: shelf.last_applied_at && <Moment value={shelf.last_applied_at} to="day" />,
            },
          ]}
        />
      )}
    </Loaded>
  );
};
