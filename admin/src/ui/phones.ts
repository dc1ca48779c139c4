/** +7 (700) 000-00-02 of +77000000002; anything else as it is. */
export const formatPhone = (phone: string): string =>
  phone.replace(/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/, '+7 ($1) $2-$3-$4');

export const callLink = (phone: string): string => `tel:${phone}`;

export const chatLink = (phone: string, text?: string): string => {
  const address = `https://wa.me/${phone.replace(/\D/g, '')}`;
  return text ? `${address}?text=${encodeURIComponent(text)}` : address;
};
