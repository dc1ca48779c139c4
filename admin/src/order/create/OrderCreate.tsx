import { CreateBase, Title, useTranslate } from 'react-admin';

import { usePerson } from '../../auth/useCan';
import { Heading } from '../../ui/Heading';
import { NewOrderForm } from './NewOrderForm';
import { useKept } from './useKept';

const OrderCreate = () => {
  const person = usePerson();
  return <CreateBase>{person && <Creating personId={person.id} />}</CreateBase>;
};

const Creating = ({ personId }: { personId: number }) => {
  const translate = useTranslate();
  const kept = useKept(personId);
  return (
    <>
      <Title title={translate('order.create.title')} />
      <Heading>{translate('order.create.title')}</Heading>
      <NewOrderForm key={kept.key} kept={kept} />
    </>
  );
};

export default OrderCreate;
