/** Where drivers here look addresses up. */
export const mapLink = (address: string, city: string | null | undefined): string => {
  const place = city && !address.toLowerCase().includes(city.toLowerCase()) ? `${city}, ${address}` : address;
  return `https://2gis.kz/search/${encodeURIComponent(place)}`;
};
