import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist', '.build', 'src/api/schema.d.ts'] },
  js.configs.recommended,
  { files: ['scripts/*.mjs'], languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended, reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.recommended],
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', 300],
      // The focus is set only where a dialog or the login page opens, which is where it belongs.
      'jsx-a11y/no-autofocus': 'off',
    },
  },
);
