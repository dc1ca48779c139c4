/** What the API keeps; a phone turns its own formats into JPEG where only these are asked for. */
export const PICTURES = ['image/jpeg', 'image/png', 'image/webp'];
export const LARGEST_PICTURE = 10 * 1024 * 1024;

/** Why the API would refuse the file: a key of the texts. */
export const refusalOf = ({ type, size }: Pick<File, 'type' | 'size'>): string | undefined => {
  if (!PICTURES.includes(type)) return 'app.upload.not_a_picture';
  if (size > LARGEST_PICTURE) return 'app.upload.too_large';
  return undefined;
};
