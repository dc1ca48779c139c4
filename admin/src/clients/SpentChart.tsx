import { useTheme } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

import { formatMoney } from '../ui/Money';
import { formatPhone } from '../ui/phones';
import type { BestClient } from './Best';

/** What draws; loaded when the page is opened. */
const SpentChart = ({ clients }: { clients: BestClient[] }) => {
  const { palette } = useTheme();
  const locale = useLocale();
  const translate = useTranslate();
  const short = new Intl.NumberFormat(locale, { notation: 'compact' });
  const axis = { fontSize: 12, fill: palette.text.secondary };
  const rows = clients.map(({ name, phone, total_spent }) => ({ who: name ?? formatPhone(phone), total_spent }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={rows} layout="vertical" accessibilityLayer={false} margin={{ left: 8, right: 16 }}>
        <XAxis type="number" tick={axis} stroke={palette.divider} tickFormatter={(minor) => short.format(minor / 100)} />
        <YAxis type="category" dataKey="who" width={120} tick={axis} stroke={palette.divider} interval={0} />
        <Tooltip
          cursor={{ fill: palette.action.hover }}
          formatter={(minor) => formatMoney(Number(minor), locale)}
          contentStyle={{ background: palette.background.paper, border: `1px solid ${palette.divider}`, borderRadius: 8 }}
          isAnimationActive={false}
        />
        <Bar
          dataKey="total_spent"
          name={translate('clients.figure.total_spent')}
          fill={palette.primary.main}
          radius={[0, 4, 4, 0]}
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  );
};

export default SpentChart;
