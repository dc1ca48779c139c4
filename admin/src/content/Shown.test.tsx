import { render } from '@testing-library/react';
import { expect, it } from 'vitest';

import Shown from './Shown';

const html = (text: string) => render(<Shown text={text} />).container;

it('takes HTML in a text for text, and runs nothing of it', () => {
  const shown = html('<script>x()</script> <img src=x onerror="x()"> **bold**');
  expect(shown.querySelector('script, img')).toBeNull();
  expect(shown.querySelector('strong')?.textContent).toBe('bold');
});

it('makes no link of a script, and lets others open beside the form', () => {
  expect(html('[a](javascript:alert(1))').querySelector('a[href^="javascript"]')).toBeNull();
  const link = html('[a](https://example.com)').querySelector('a');
  expect([link?.target, link?.rel]).toEqual(['_blank', 'noreferrer']);
});
