/** Spaces of all kinds and the sign of the currency may stand in what people type or paste. */
const DECORATION = /[\s'₸]|тг\.?|kzt/gi;
const AMOUNT = /^(\d{1,10})(?:[.,](\d{0,2}))?$/;

/** What was typed in minor units: "4 950,5" is 495050. null: nothing was typed; NaN: no amount of money. */
export const parseMoney = (text: string): number | null => {
  const bare = text.replace(DECORATION, '');
  if (bare === '') return null;
  const [, whole, part = ''] = AMOUNT.exec(bare) ?? [];
  return whole === undefined ? NaN : Number(whole + part.padEnd(2, '0'));
};

/** Minor units as one types them: 495050 is "4950,50" in Russian. */
export const typedMoney = (minor: number | null | undefined, locale: string): string => {
  if (minor === null || minor === undefined || Number.isNaN(minor)) return '';
  const options = { useGrouping: false, minimumFractionDigits: minor % 100 ? 2 : 0 };
  return new Intl.NumberFormat(locale, options).format(minor / 100);
};
