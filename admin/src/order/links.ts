export const callLink = (phone: string): string => `tel:${phone}`;

/** Drivers here look addresses up in 2GIS. */
export const mapLink = (address: string, city: string | null | undefined): string => {
  const place = city && !address.toLowerCase().includes(city.toLowerCase()) ? `${city}, ${address}` : address;
  return `https://2gis.kz/search/${encodeURIComponent(place)}`;
};

/** +7 (700) 000-00-02 of +77000000002; anything else as it is. */
export const phoneSaid = (phone: string): string =>
  phone.replace(/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/, '+7 ($1) $2-$3-$4');
