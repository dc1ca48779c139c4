/** How a job's time is told: a key of the texts and what goes into it. */
export interface Timing {
  key: string;
  args: Record<string, string | number>;
}

const DAILY = /^(\d{1,2}) (\d{1,2}) \* \* \*$/;
const HOURLY = /^(\d{1,2}) \* \* \* \*$/;

export const timingOf = (every: number | null, cron: string | null): Timing => {
  if (every !== null) return { key: 'sync.schedule.every', args: { seconds: every } };
  const line = cron ?? '';
  const [, minute = '', hour = ''] = DAILY.exec(line) ?? [];
  if (hour) return { key: 'sync.schedule.daily', args: { time: `${two(hour)}:${two(minute)}` } };
  const [, past = ''] = HOURLY.exec(line) ?? [];
  if (past) return { key: 'sync.schedule.hourly', args: { minute: two(past) } };
  return { key: 'sync.schedule.line', args: { cron: line } };
};

const two = (digits: string): string => digits.padStart(2, '0');
