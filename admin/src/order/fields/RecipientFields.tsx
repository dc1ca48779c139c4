import { Pair } from './Pair';
import { Flag, Phone, Text } from './inputs';

export const RecipientFields = () => (
  <>
    <Pair least={190}>
      <Text source="recipient_name" autoComplete="off" />
      <Phone source="recipient_phone" />
    </Pair>
    <Flag source="is_surprise" />
    <Flag source="anonymous_sender" />
  </>
);
