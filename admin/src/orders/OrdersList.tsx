import { usePerson } from '../auth/useCan';
import { Deliveries } from './Deliveries';
import { StaffList } from './StaffList';

const OrdersList = () => (usePerson()?.role === 'courier' ? <Deliveries /> : <StaffList />);

export default OrdersList;
