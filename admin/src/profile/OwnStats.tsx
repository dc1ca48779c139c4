import { useQuery } from '@tanstack/react-query';

import { answer, api } from '../api/client';
import { Loaded } from '../ui/Loaded';
import { Money } from '../ui/Money';
import { Stats } from '../ui/Stats';

/** The orders one answers for, and those one delivers. */
export const OwnStats = () => {
  const query = useQuery({
    queryKey: ['profile', 'stats'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/profile/stats', { signal })),
  });
  return (
    <Loaded query={query}>
      {({ responsible, courier }) => (
        <Stats
          stats={[
            { label: 'profile.stats.active', value: responsible.active },
            { label: 'profile.stats.delivered', value: responsible.delivered },
            { label: 'profile.stats.revenue', value: <Money value={responsible.revenue} /> },
            { label: 'profile.stats.to_deliver', value: courier.active },
            { label: 'profile.stats.brought', value: courier.delivered },
          ]}
        />
      )}
    </Loaded>
  );
};
