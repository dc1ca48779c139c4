import { Box } from '@mui/material';
import { ShowBase, Title, useRecordContext, useTranslate } from 'react-admin';

import { Loading } from '../../ui/Loading';
import type { Order } from '../types';
import { Addressed } from './Addressed';
import { Agreement } from './Agreement';
import { Header } from './Header';
import { History } from './History';
import { Items } from './Items';
import { Notes } from './Notes';
import { Party } from './Party';
import { Photo } from './Photo';
import { Problem } from './Problem';
import { Tracking } from './Tracking';
import { Words } from './Words';
import { Workers } from './Workers';

const EVERY = 10_000;

const OrderShow = () => (
  <ShowBase queryOptions={{ refetchInterval: EVERY }} loading={<Loading />}>
    <Whole />
  </ShowBase>
);

const Whole = () => {
  const order = useRecordContext<Order>();
  return order ? <Page order={order} /> : <Loading />;
};

const stack = { display: 'flex', flexDirection: 'column', gap: 2, minWidth: 0 } as const;

/** On a phone both columns are one: the photo comes first and the history last. */
const column = { ...stack, display: { xs: 'contents', md: 'flex' } } as const;

const Page = ({ order }: { order: Order }) => {
  const translate = useTranslate();
  return (
    <Box sx={{ ...stack, my: 2 }}>
      <Title title={translate('order.title', { number: order.number })} />
      <Header order={order} />
      <Problem order={order} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' } }}>
        <Box sx={column}>
          <Items order={order} />
          <Addressed order={order} />
          <Words order={order} />
          <Notes order={order} />
          <Box sx={{ order: { xs: 1, md: 0 } }}>
            <History order={order} />
          </Box>
        </Box>
        <Box sx={column}>
          <Box sx={{ order: { xs: -1, md: 0 }, '&:empty': { display: 'none' } }}>
            <Photo order={order} />
          </Box>
          <Party order={order} />
          <Workers order={order} />
          <Agreement order={order} />
          <Tracking order={order} />
        </Box>
      </Box>
    </Box>
  );
};

export default OrderShow;
