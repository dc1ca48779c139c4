import { EditBase, Title, useRecordContext, useTranslate } from 'react-admin';
import { useState } from 'react';

import { Heading } from '../../ui/Heading';
import { Loading } from '../../ui/Loading';
import type { Order } from '../types';
import { EditForm } from './EditForm';

const OrderEdit = () => (
  <EditBase mutationMode="pessimistic" loading={<Loading />}>
    <Editing />
  </EditBase>
);

const Editing = () => {
  const order = useRecordContext<Order>();
  return order ? <AsOpened order={order} /> : <Loading />;
};

/** The form begins with the order as it was opened: what others do meanwhile takes nothing away that was typed. */
const AsOpened = ({ order }: { order: Order }) => {
  const translate = useTranslate();
  const [opened] = useState(order);
  const title = translate('order.edit.title', { number: opened.number });
  return (
    <>
      <Title title={title} />
      <Heading>{title}</Heading>
      <EditForm order={opened} />
    </>
  );
};

export default OrderEdit;
