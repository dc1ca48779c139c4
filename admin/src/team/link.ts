/** Where whoever is invited comes in. `origin` is that of the page the invitation was made on. */
export const invitationLink = (code: string, origin: string): string =>
  `${origin}/admin/accept-invitation?token=${encodeURIComponent(code)}`;

/** The code in a link's query, or in what was pasted: the whole link, or the code alone. */
export const codeOf = (pasted: string): string => {
  const text = pasted.trim();
  const [, query] = text.split('?');
  return (query && new URLSearchParams(query).get('token')) || text;
};
