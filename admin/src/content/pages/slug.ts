const LETTERS: Record<string, string> = Object.fromEntries(
  'а-a б-b в-v г-g ғ-g д-d е-e ё-yo ж-zh з-z и-i й-y к-k қ-k л-l м-m н-n ң-n о-o ө-o п-p р-r с-s т-t у-u ұ-u ү-u ф-f х-kh һ-h ц-ts ч-ch ш-sh щ-sch ъ- ы-y і-i ь- э-e ә-a ю-yu я-ya'
    .split(' ')
    .map((pair) => pair.split('-') as [string, string]),
);
const LONGEST = 100;

/** As the API checks it. */
export const SLUG = /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/;

/** An address for a page out of its title: "О доставке" is o-dostavke. */
export const slugOf = (title: string): string =>
  [...title.toLowerCase()]
    .map((letter) => LETTERS[letter] ?? letter)
    .join('')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
