import { Long, Payment } from './inputs';

export const RestFields = () => (
  <>
    <Long source="postcard_text" />
    <Long source="comment" />
    <Payment />
  </>
);
