import { Pair } from './Pair';
import { Flag, Phone, Text } from './inputs';

export const RecipientFields = () => (
  <>
    <Pair>
      <Text source="recipient_name" autoComplete="off" />
      <Phone source="recipient_phone" />
    </Pair>
    <Flag source="is_surprise" />
    <Flag source="anonymous_sender" />
  </>
);
