import { describe, expect, it } from 'vitest';

import { inOrder, moved, photosOf } from './photos';

describe('moved', () => {
  it.each([
    [0, 2, 'bcad'],
    [3, 0, 'dabc'],
    [1, 2, 'acbd'],
    [2, 2, 'abcd'],
    [0, -1, 'abcd'],
    [3, 4, 'abcd'],
  ])('from %d to %d', (from, to, expected) => expect(moved([...'abcd'], from, to).join('')).toBe(expected));

  it('leaves the list it was given', () => {
    const list = ['a', 'b'];
    moved(list, 0, 1);
    expect(list).toEqual(['a', 'b']);
  });
});

const image = (id: number, url: string) => ({ id, url, is_primary: false });

describe('photosOf', () => {
  it('marks the one that is the product’s image', () =>
    expect(photosOf({ image: '/b', images: [image(1, '/a'), image(2, '/b')] })).toEqual([
      { id: 1, url: '/a', isPrimary: false },
      { id: 2, url: '/b', isPrimary: true },
    ]));

  it('shows first an image that the site has not taken among its pictures', () =>
    expect(photosOf({ image: '/new', images: [image(1, '/a')] })[0]).toEqual({ id: null, url: '/new', isPrimary: true }));

  it('has none where there are none', () => expect(photosOf({ image: null, images: [] })).toEqual([]));
});

describe('inOrder', () => {
  it('makes the first one the primary', () =>
    expect(inOrder(photosOf({ image: '/a', images: [image(2, '/b'), image(1, '/a')] }))).toEqual({
      images: ['/b', '/a'],
      image: '/b',
    }));

  it('empties the image with the last picture', () => expect(inOrder([])).toEqual({ images: [], image: null }));
});
